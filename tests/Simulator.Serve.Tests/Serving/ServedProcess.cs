using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Simulator.Serve.Tests.Serving;

/// <summary><c>simulator serve</c> as a process of its own, its port and its signals.</summary>
public abstract class ServedProcess : IDisposable
{
    private readonly List<Process> _started = [];

    private protected Served Served { get; } = new();

    public void Dispose()
    {
        foreach (var process in _started)
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
        }

        Served.Dispose();
    }

    protected async Task<(Process Process, HttpClient Client)> Start(params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "simulator.dll");
        var start = new ProcessStartInfo("dotnet", [program, "serve", Served.ScenarioPath, "--port", "0", .. args])
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

    protected static async Task Create(HttpClient client, string pod)
    {
        using var content = new StringContent(pod, Encoding.UTF8, "application/json");
        var answer = await client.PostAsync(
            new Uri("/api/v1/namespaces/default/pods", UriKind.Relative), content, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    protected static async Task Send(HttpClient client, HttpMethod method, string path, string body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        };
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    protected static async Task StepTo(HttpClient client, string moment)
    {
        await Send(client, HttpMethod.Post, "/simulator/clock/step", $$"""{"until":"{{moment}}"}""");
        for (var i = 0; i < 600; i++)
        {
            if ((await Get(client, "/simulator/clock"))["speed"]!.GetValue<string>() == "paused") return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"{moment} did not come");
    }

    protected static async Task<JsonNode> Get(HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken))!;

    protected static async Task Until(HttpClient client, string moment)
    {
        for (var i = 0; i < 600; i++)
        {
            if ((await Get(client, "/simulator/clock"))["now"]!.GetValue<string>() == moment) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail((await Get(client, "/simulator/clock")).ToJsonString());
    }

    protected static void Terminate(Process process) => Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();
}
