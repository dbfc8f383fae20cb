using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Simulator.Serve.Tests.Commands;

/// <summary>The real kubectl that is installed here, of whatever version, talking to one server.</summary>
/// <param name="folder">Where it keeps what it learns.</param>
internal sealed partial class Kubectl(string address, string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Select(place => Path.Combine(place, "kubectl"))
        .FirstOrDefault(File.Exists);

    /// <summary>What it prints and its exit code, with what changes from run to run masked.</summary>
    public async Task<(int Code, string Text)> Run(string words, params (string Name, string Value)[] environment)
    {
        using var process = Start(words, environment);
        process.StandardInput.Close();
        var (text, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, Masked(await text + Warning().Replace(await error, "")));
    }

    /// <summary>One that goes on until it is put away, such as <c>get -w</c>.</summary>
    public Following Follow(string words) => new(Start(words));

    private Process Start(string words, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Program!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };
        start.ArgumentList.Add("--server=" + address);
        foreach (var word in words.Split(' ')) start.ArgumentList.Add(word);
        start.Environment["HOME"] = folder;
        start.Environment["KUBECONFIG"] = Path.Combine(folder, "none");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static string Masked(string text)
    {
        text = Drained().Replace(text, "$1 drained");
        text = Ages().Replace(text, "AGE");
        text = Names().Replace(text, "$1-*");
        text = Addresses().Replace(text, "IP");
        return Spaces().Replace(text, " ").Replace(" \n", "\n", StringComparison.Ordinal).Trim();
    }

    /// <summary>Of its own log: that no kubeconfig is there.</summary>
    [GeneratedRegex("^[WE]\\d{4} .*\\n", RegexOptions.Multiline)]
    private static partial Regex Warning();

    /// <summary>What older ones say of a node when they are done with its pods.</summary>
    [GeneratedRegex("^(node/\\S+) (evicted|deleted)$", RegexOptions.Multiline)]
    private static partial Regex Drained();

    [GeneratedRegex("\\b\\d+(s|m|h|d)(\\d+s)?\\b")]
    private static partial Regex Ages();

    [GeneratedRegex("\\b([a-z]+)-(\\d{6,}-)?[a-z0-9]{5}\\b(?!:)")]
    private static partial Regex Names();

    [GeneratedRegex("\\b10\\.\\d+\\.\\d+\\.\\d+\\b")]
    private static partial Regex Addresses();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();

    /// <summary>A kubectl that prints as things happen.</summary>
    public sealed class Following(Process process) : IDisposable
    {
        private readonly List<string> _lines = [];

        /// <summary>What it has printed by the time that this holds of it.</summary>
        public async Task<IReadOnlyList<string>> Until(Func<IReadOnlyList<string>, bool> isEnough)
        {
            using var limit = new CancellationTokenSource(Patience);
            while (!isEnough(_lines))
            {
                var line = await process.StandardOutput.ReadLineAsync(limit.Token)
                    ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(limit.Token));
                _lines.Add(Spaces().Replace(line, " "));
            }

            return _lines;
        }

        public void Dispose()
        {
            process.Kill();
            process.Dispose();
        }
    }
}
