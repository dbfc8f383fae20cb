#!/bin/sh
echo `# <#` >/dev/null
# One file for both shells: PowerShell takes everything from the line above to the closing mark as a comment.
exec dotnet run -c Release --project "$(dirname "$0")/src/Simulator.Cli" -- "$@"
#> > $null
dotnet run -c Release --project "$PSScriptRoot/src/Simulator.Cli" -- @args
exit $LASTEXITCODE
