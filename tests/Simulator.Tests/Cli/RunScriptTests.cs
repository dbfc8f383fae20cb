using System.Diagnostics;
using System.Management.Automation.Language;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cli;

/// <summary>run.ps1 means the same to sh and to PowerShell: all arguments go on to dotnet.</summary>
public sealed class RunScriptTests
{
    private const string Echo = "#!/bin/sh\nfor a in \"$@\"; do printf '%s\\n' \"$a\"; done\nexit 7\n";

    private static readonly string Script = Path.Combine(Repository.Root, "run.ps1");

    [Fact]
    public void PowerShell_runs_dotnet_with_all_arguments()
    {
        var tree = Parser.ParseFile(Script, out _, out var errors);
        Assert.Empty(errors);
        var commands = tree.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().ToList();
        Assert.Equal(["echo", "dotnet"], commands.Select(command => command.GetCommandName()));
        Assert.Equal("$null", Assert.IsType<FileRedirectionAst>(Assert.Single(commands[0].Redirections)).Location.Extent.Text);
        Assert.Equal(
            ["dotnet", "run", "-c", "Release", "--project", "\"$PSScriptRoot/src/Simulator.Cli\"", "--", "@args"],
            commands[1].CommandElements.Select(element => element.Extent.Text));
        Assert.True(Assert.IsType<VariableExpressionAst>(commands[1].CommandElements[^1]).Splatted);
        Assert.Equal("exit $LASTEXITCODE", tree.EndBlock.Statements[^1].Extent.Text);
    }

    [Theory]
    [InlineData("sh")]
    [InlineData("bash")]
    [InlineData("dash")]
    public void Shells_run_dotnet_with_all_arguments(string shell)
    {
        Assert.SkipUnless(File.Exists($"/bin/{shell}"), $"no /bin/{shell} here");
        using var folder = new ScratchFolder();
        var stub = folder.Write("dotnet", Echo);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(stub, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        var (code, lines) = Run($"/bin/{shell}", folder.Path, "run", "a b.yaml", "--seed", "3", "");
        Assert.Equal(
            ["run", "-c", "Release", "--project", $"{Repository.Root}/src/Simulator.Cli", "--", "run", "a b.yaml", "--seed", "3", ""],
            lines);
        Assert.Equal(7, code);
    }

    private static (int Code, string[] Lines) Run(string shell, string folder, params string[] args)
    {
        var start = new ProcessStartInfo(shell, [Script, .. args]) { RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (
            process.ExitCode,
            text.TrimEnd('\n').Split('\n') is var lines && text.EndsWith("\n\n", StringComparison.Ordinal) ? [.. lines, ""] : lines);
    }
}
