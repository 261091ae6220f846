# Names the lines of C# that are longer than 120 characters without what stands in their literals. CSharpier breaks all else but comments.
# For LC_ALL=C, where every awk counts bytes: those that only continue a character are left out.

FNR == 1 { raw = verbatim = comment = 0 }

{
  rest = code($0)
  if (rest > 120) {
    print FILENAME ":" FNR ": longer than 120 characters"
    long = 1
  }
}

END { exit long }

function characters(text) {
  gsub(/[\200-\277]/, "", text)
  return length(text)
}

# How much of a line is no content of a literal; notes what the next line begins in.
function code(line,    rest, at, mark, before) {
  while (line != "") {
    if (raw) {
      # A raw literal ends with as many quotation marks as it began with.
      at = index(line, raw)
      if (!at) return rest
      line = substr(line, at + length(raw))
      rest += length(raw)
      raw = 0
    } else if (verbatim) {
      # Two quotation marks are one of the text.
      match(line, /^([^"]|"")*/)
      if (RLENGTH == length(line)) return rest
      line = substr(line, RLENGTH + 2)
      rest++
      verbatim = 0
    } else if (comment) {
      at = index(line, "*/")
      if (!at) return rest + characters(line)
      rest += characters(substr(line, 1, at + 1))
      line = substr(line, at + 2)
      comment = 0
    } else {
      at = match(line, /["'\/]/)
      if (!at) return rest + characters(line)
      before = substr(line, 1, at - 1)
      rest += characters(before) + 1
      mark = substr(line, at, 1)
      line = substr(line, at + 1)
      if (mark == "/" && line ~ /^\//) return rest + characters(line)
      else if (mark == "/" && line ~ /^\*/) comment = 1
      else if (mark == "'" && match(line, /^(\\.[^']*|[^'\\]+)'/)) { line = substr(line, RLENGTH + 1); rest++ }
      else if (mark == "\"" && before ~ /@\$*$/) verbatim = 1
      else if (mark == "\"" && match(line, /^""+/)) { raw = "\"" substr(line, 1, RLENGTH); line = substr(line, RLENGTH + 1); rest += RLENGTH }
      else if (mark == "\"" && match(line, /^([^"\\]|\\.)*"/)) { line = substr(line, RLENGTH + 1); rest++ }
    }
  }
  return rest
}
