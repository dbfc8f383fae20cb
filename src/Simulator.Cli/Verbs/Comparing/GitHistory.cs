using System.ComponentModel;
using System.Diagnostics;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary>The versions of one file in git's history. git is asked as a program, with arguments only.</summary>
internal static class GitHistory
{
    /// <param name="Label"><c>2016-08-01 3f2a1c9</c></param>
    public sealed record Version(string Label, string Text);

    /// <summary>The oldest first; commits that removed the file are left out.</summary>
    /// <exception cref="IOException">There is no git, or the file is in no repository; a sentence.</exception>
    public static IReadOnlyList<Version> Of(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
        var log = Ask(folder, "log", "--reverse", "--diff-filter=AMRT", "--format=%H %cs %h", "--", name);
        return
        [
            .. log.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' '))
                .Select(words => new Version($"{words[1]} {words[2]}", Ask(folder, "show", $"{words[0]}:./{name}"))),
        ];
    }

    private static string Ask(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var git = Process.Start(start) ?? throw new IOException("git cannot be started");
            var error = git.StandardError.ReadToEndAsync();
            var text = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? text : throw new IOException($"git: {error.Result.Trim().Split('\n')[0]}");
        }
        catch (Win32Exception missing)
        {
            throw new IOException($"git is not there, and --history reads its history: {missing.Message}", missing);
        }
    }
}
