using System.Diagnostics;
using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>
/// Folders as machines have them: links, loops of links, pipes, devices. Nothing is left out without a word, nothing waits.
/// </summary>
public sealed class LinkedFileCases
{
    private const string One = "{apiVersion: v1, kind: Namespace, metadata: {name: a}}\n";

    private const string Broken = "{apiVersion: v1, kind: Pod, metadata: {name: A_B}}\n";

    [Fact]
    public void A_mounted_ConfigMap_is_read()
    {
        using var folder = new ScratchFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "..2026_11_30"));
        folder.Write("..2026_11_30/a.yaml", Broken);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "..data"), "..2026_11_30");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "a.yaml"), "..data/a.yaml");
        var answer = CommandLine.Run("validate", folder.Path);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("A_B", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_behind_links_are_read_once_and_loops_end()
    {
        using var folder = new ScratchFolder();
        using var elsewhere = new ScratchFolder();
        elsewhere.Write("b.yaml", One);
        folder.Write("a.yaml", One.Replace("name: a", "name: b"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "here"), ".");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "there"), elsewhere.Path);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "again"), elsewhere.Path);
        Directory.CreateSymbolicLink(Path.Combine(elsewhere.Path, "back"), folder.Path);
        var answer = CommandLine.Run("validate", folder.Path);
        Assert.Equal((ExitCode.Done, "2 files are valid"), (answer.ExitCode, answer.Out.Trim()));
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_told()
    {
        using var folder = new ScratchFolder();
        folder.Write("a.yaml", One);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "b.yaml"), "gone.yaml");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "c.yaml"), "c.yaml");
        var answer = CommandLine.Run("validate", folder.Path);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("b.yaml  there is no such file", answer.Error, StringComparison.Ordinal);
        Assert.Contains("c.yaml  the file cannot be read", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_may_not_be_read_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "this user may read everything");
        using var folder = new ScratchFolder();
        folder.Write("a.yaml", One);
        var closed = Directory.CreateDirectory(Path.Combine(folder.Path, "closed"));
        folder.Write("closed/b.yaml", One);
        Run("chmod", "000", closed.FullName);
        var answer = CommandLine.Run("validate", folder.Path);
        Run("chmod", "700", closed.FullName);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("closed  the folder may not be read", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_pipe_is_never_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pipes are those of Linux");
        using var folder = new ScratchFolder();
        var pipe = Path.Combine(folder.Path, "p.yaml");
        Run("mkfifo", pipe);
        foreach (var args in new string[][] { ["validate", pipe], ["run", pipe], ["validate", folder.Path], ["conformance", pipe] })
        {
            var answer = CommandLine.Run(args);
            Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
            Assert.Contains("this is a named pipe; allowed are files", answer.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a recording cannot be read: this is a device; allowed are files", "conformance", "/dev/zero")]
    [InlineData("/dev/zero  this is a device; allowed are files", "validate", "/dev/zero")]
    [InlineData("/dev/zero  this is a device; allowed are files", "run", "/dev/zero")]
    [InlineData("--count '99999999999': allowed are whole numbers from 1 to 100000000", "swarm", "--count", "99999999999")]
    [InlineData("--count '0': allowed are whole numbers from 1 to 100000000", "swarm", "--count", "0")]
    public void What_has_no_end_is_refused(string sentence, params string[] args)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "devices are those of Linux");
        var answer = CommandLine.Run(args);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"command\": \"simulator run ", "\"command\": \"x")]
    [InlineData("\"seed\": \"", "\"seed\": \"x")]
    [InlineData("\"seed\": \"", "\"seed\": null, \"x\": \"")]
    [InlineData("{", "[")]
    [InlineData("{", "")]
    public void An_edited_results_folder_is_no_bug(string found, string edited)
    {
        using var folder = new ScratchFolder();
        var results = folder.Path + "/out";
        CommandLine.Run("run", CaseRun.Folder("extremes/09-duration-10us-hangs.yaml"), "--quiet", "--out", results);
        var summary = File.ReadAllText(results + "/summary.json");
        var at = summary.IndexOf(found, StringComparison.Ordinal);
        File.WriteAllText(results + "/summary.json", summary[..at] + edited + summary[(at + found.Length)..]);
        var answer = CommandLine.Run("explain", results, "node", "n-0001");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Single(answer.Error.Trim().Split('\n'));
    }

    private static void Run(string program, params string[] args)
    {
        using var process = Process.Start(program, args);
        process.WaitForExit();
    }
}
