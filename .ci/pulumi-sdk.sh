# Sourced by okta-spa and test, with $root set: finds .NET, and says which Pulumi to build against in the exported PulumiSdk.
#   packages  the real packages
#   offline   the stand-ins in offline-sdk/, where no source has the packages
# Set PulumiSdk yourself to decide. A plain `dotnet build` and Pulumi itself never come here: they take the packages.
# shellcheck disable=SC2154

say() { printf '%s: %s\n' "$(basename "$0")" "$1" >&2; }

# Runs a command that takes a while, its output in .build/log: a line for a log, on a terminal with the seconds that pass.
doing() {
  what=$1
  shift
  code=0
  if [ -t 2 ]; then
    {
      seconds=0
      # Until it is told to stop, or Ctrl-C ended what it counts for.
      while kill -0 $$ 2>/dev/null; do
        printf '\r%s: %s… %d s' "$(basename "$0")" "$what" "$seconds"
        sleep 1
        seconds=$((seconds + 1))
      done >&2
    } 9>&- &
    "$@" >"$root/.build/log" 2>&1 || code=$?
    { kill $! && wait $!; } 2>/dev/null || :
    echo >&2
  else
    say "$what…"
    "$@" >"$root/.build/log" 2>&1 || code=$?
  fi
  return "$code"
}

mkdir -p "$root/.build"

command -v dotnet >/dev/null 2>&1 || {
  say "the .NET SDK is missing. Get .NET 10 from https://dotnet.microsoft.com/download, and run this again."
  exit 1
}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false

# No home folder, as in some containers: keep in the repository what .NET would keep there.
if [ -z "${HOME:-}" ] || [ ! -w "$HOME" ]; then
  export DOTNET_CLI_HOME="$root/.build/home" NUGET_PACKAGES="${NUGET_PACKAGES:-$root/.build/packages}"
  export HOME="$root/.build/home"
  mkdir -p "$HOME"
fi

restore_packages() { PulumiSdk=packages dotnet restore "$root/infra/Infra.csproj"; }

choose_sdk() {
  case "${PulumiSdk:-}" in
    packages | offline)
      export PulumiSdk
      return
      ;;
    ?*)
      say "PulumiSdk is '$PulumiSdk', but can only be packages or offline."
      exit 2
      ;;
  esac
  # What was found holds as long as the versions asked for are the same.
  asked=$(cksum <"$root/Directory.Packages.props")
  if [ -f "$root/.build/sdk" ] && read -r sdk rest <"$root/.build/sdk" && [ "$rest" = "$asked" ]; then
    export PulumiSdk="$sdk"
    return
  fi
  if doing "looking for Pulumi's packages" restore_packages; then
    export PulumiSdk=packages
    echo "packages $asked" >"$root/.build/sdk"
  elif grep -Eq 'error NU110[12]' "$root/.build/log" && ! grep -Eq 'error NU1(3[0-9][0-9]|10[03-9])' "$root/.build/log"; then
    say "no package source here has Pulumi's packages: building against the stand-ins in offline-sdk/, which preview and test but cannot deploy."
    export PulumiSdk=offline
    echo "offline $asked" >"$root/.build/sdk"
  elif grep -Eq 'error NU13' "$root/.build/log"; then
    # Not remembered: the source may answer next time.
    say "a package source did not answer: trying the stand-ins in offline-sdk/ this time, which preview and test but cannot deploy."
    export PulumiSdk=offline
  else
    cat "$root/.build/log" >&2
    exit 1
  fi
}
