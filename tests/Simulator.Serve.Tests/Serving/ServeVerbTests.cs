using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Simulator.Serve.Tests.Serving;

/// <summary>The verb as a user has it: a process, its port, its signals.</summary>
public sealed class ServeVerbTests : IDisposable
{
    private readonly Served _served = new();
    private readonly List<Process> _started = [];

    [Fact]
    public async Task Sigterm_ends_it_with_a_record_that_gives_the_same_digest()
    {
        var record = Path.Combine(_served.Folder, "mine.yaml");
        var (process, client) = await Start("--speed", "max", "--until", "20m", "--record", record);
        await Create(client, RecordTests.Alone);
        await Until(client, "20m");
        Terminate(process);
        var told = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        var digest = told.Split("digest ")[1].Split('\n')[0].Trim();
        var answer = CommandLine.Run("run", record, "--json", "--out", Path.Combine(_served.Folder, "out"));
        Assert.True(answer.ExitCode == 0, answer.Error);
        var summary = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(_served.Folder, "out", "summary.json"), TestContext.Current.CancellationToken))!;
        Assert.Equal(digest, summary["digest"]!.GetValue<string>());
    }

    /// <summary>kill -9 in the middle of writes: all that a client was told is there after a new start.</summary>
    [Fact]
    public async Task Killed_it_loses_nothing_that_was_told()
    {
        var state = Path.Combine(_served.Folder, "state");
        var (first, client) = await Start("--speed", "60x", "--state", state);
        var told = new List<string>();
        var writing = Write(client, told);
        while (told.Count < 20 && !writing.IsCompleted) await Task.Delay(10, TestContext.Current.CancellationToken);
        first.Kill();
        await writing;
        await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(told);
        var (_, again) = await Start("--speed", "paused", "--state", state);
        var pods = await Get(again, "/api/v1/namespaces/default/pods");
        var names = pods["items"]!.AsArray().Select(pod => pod!["metadata"]!["name"]!.GetValue<string>()).ToHashSet();
        Assert.Empty(told.Except(names));
    }

    [Fact]
    public void Wrong_input_is_a_sentence_and_code_2()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        Refuses("address already in use", _served.ScenarioPath, "--port", $"{port}");
        Refuses("--speed fast", _served.ScenarioPath, "--speed", "fast");
        Refuses("--until soon", _served.ScenarioPath, "--until", "soon");
        Refuses("--record", _served.ScenarioPath, "--record", Path.Combine(_served.Folder, "nosuch", "mine.yaml"));
        Refuses("--state", _served.ScenarioPath, "--state", _served.ScenarioPath);
        Refuses("there is no scenario to serve");
        Refuses("--minikube stands instead of a scenario", _served.ScenarioPath, "--minikube");
        Refuses("nosuch.yaml", "nosuch.yaml");
    }

    [Fact]
    public async Task Clock_and_troubles_from_the_command_line()
    {
        var (_, client) = await Start("--speed", "paused");
        var server = client.BaseAddress!.ToString();
        Assert.Contains("paused", CommandLine.Run("clock", "--server", server).Out, StringComparison.Ordinal);
        Assert.Contains("1: ", CommandLine.Run("trouble", "network-cut", "--zone", "b", "--server", server).Out, StringComparison.Ordinal);
        CommandLine.Run("clock", "--until", "2m", "--server", server);
        await Until(client, "2m");
        Assert.Contains("it is over", CommandLine.Run("trouble", "end", "1", "--server", server).Out, StringComparison.Ordinal);
        Assert.Contains("strikes b", CommandLine.Run("trouble", "list", "--server", server).Out, StringComparison.Ordinal);
        Assert.Contains("60x", CommandLine.Run("clock", "--speed", "60x", "--server", server).Out, StringComparison.Ordinal);
        var wrong = CommandLine.Run("trouble", "power-los", "--zone", "b", "--server", server);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("power-loss", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(2, CommandLine.Run("clock", "--server", "http://127.0.0.1:9").ExitCode);
        Assert.Equal(2, CommandLine.Run("clock", "--server", "here").ExitCode);
    }

    public void Dispose()
    {
        foreach (var process in _started)
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
        }

        _served.Dispose();
    }

    private static async Task Write(HttpClient client, List<string> told)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                await Create(client, RecordTests.Alone.Replace("alone", $"w{i}", StringComparison.Ordinal));
                told.Add($"w{i}");
            }
        }
        catch (HttpRequestException)
        {
            // The server is gone: what it has not answered may be done or not.
        }
    }

    private static void Refuses(string sentence, params string[] args)
    {
        var answer = CommandLine.Run(["serve", .. args]);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
    }

    private async Task<(Process Process, HttpClient Client)> Start(params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "simulator.dll");
        var start = new ProcessStartInfo("dotnet", [program, "serve", _served.ScenarioPath, "--port", "0", .. args])
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        _started.Add(process);
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(line);
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return (
            process,
            new HttpClient { BaseAddress = new Uri(line.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal))) });
    }

    private static async Task Create(HttpClient client, string pod)
    {
        using var content = new StringContent(pod, Encoding.UTF8, "application/json");
        var answer = await client.PostAsync(
            new Uri("/api/v1/namespaces/default/pods", UriKind.Relative), content, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<JsonNode> Get(HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken))!;

    private static async Task Until(HttpClient client, string moment)
    {
        for (var i = 0; i < 600; i++)
        {
            if ((await Get(client, "/simulator/clock"))["now"]!.GetValue<string>() == moment) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail((await Get(client, "/simulator/clock")).ToJsonString());
    }

    private static void Terminate(Process process) => Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();
}
