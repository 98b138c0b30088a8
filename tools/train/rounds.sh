# What tools/train/damaged and tools/train/signed share; sourced by them in the repository's root. Takes --data DIR --work DIR from the
# command line. The caller sets `shuffle`, the seed of the lines' order, and defines figures STEP MODEL.
export OMP_THREAD_LIMIT=1

data= work=
while [ $# -gt 0 ]; do
  case $1 in
    --data) data=$2 ;;
    --work) work=$2 ;;
    *) echo "$0: $1 is not known; see the head of the file" >&2; exit 2 ;;
  esac
  shift 2
done
[ -n "$data" ] && [ -n "$work" ] || { echo "$0: --data and --work are needed" >&2; exit 2; }
tool=build/trichluc-train
[ -x "$tool" ] || { echo "$0: $tool is not there; run tools/setup first" >&2; exit 1; }
base=${TESSDATA_PREFIX:-/usr/share/tesseract-ocr/5/tessdata}/vie.traineddata
mkdir -p "$work/lines"
[ -f "$work/vie.lstm-unicharset" ] || combine_tessdata -u "$base" "$work/vie."

round() {  # name, from, rate, steps, lists
  local name=$1 from=$2 rate=$3 steps=$4
  shift 4
  local lists=()
  for list in "$@"; do lists+=("$work/lines/$list.list"); done
  cat "${lists[@]}" | shuf --random-source=<(yes "$shuffle") >"$work/$name.list"
  mkdir -p "$work/$name"
  lstmtraining --continue_from "$from" --reset_learning_rate --learning_rate "$rate" --traineddata "$base" \
    --train_listfile "$work/$name.list" --model_output "$work/$name/m" --max_iterations "$steps" >>"$work/$name/log" 2>&1
  figures "$name" "$work/$name/m_checkpoint"
}
