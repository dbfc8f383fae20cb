using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Simulator.Tests.Reports.Browser;

/// <summary>A tab: opens a file as a screen of some width shows it, and hears what the page does.</summary>
internal sealed class BrowserTab : IAsyncDisposable
{
    private readonly DevTools _tools;
    private readonly string _target;
    private readonly string _session;
    private readonly CancellationToken _cancellation;
    private TaskCompletionSource _loaded = new();

    private BrowserTab(DevTools tools, string target, string session, CancellationToken cancellation)
    {
        (_tools, _target, _session, _cancellation) = (tools, target, session, cancellation);
        tools.Told += Hear;
    }

    /// <summary>Addresses that the page asked for, its own among them.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>What it wrote to the console, and errors of its script.</summary>
    public ConcurrentQueue<string> Console { get; } = new();

    public static async Task<BrowserTab> OpenAsync(DevTools tools, CancellationToken cancellation)
    {
        var created = await tools.AskAsync("", "Target.createTarget", new() { ["url"] = "about:blank" }, cancellation);
        var target = created["targetId"]!.GetValue<string>();
        var attached = await tools.AskAsync("", "Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }, cancellation);
        var tab = new BrowserTab(tools, target, attached["sessionId"]!.GetValue<string>(), cancellation);
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" }) await tab.AskAsync($"{domain}.enable", []);
        return tab;
    }

    /// <param name="scheme"><c>light</c> or <c>dark</c>.</param>
    public async Task ShowAsync(string file, int width, string scheme)
    {
        await ResizeAsync(width, scheme);
        _loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await AskAsync("Page.navigate", new() { ["url"] = new Uri(file).AbsoluteUri });
        await _loaded.Task.WaitAsync(TimeSpan.FromSeconds(60), _cancellation);
    }

    /// <summary>What it shows is shown as another screen does.</summary>
    public async Task ResizeAsync(int width, string scheme)
    {
        await AskAsync("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = width,
            ["height"] = 800,
            ["deviceScaleFactor"] = 1,
            ["mobile"] = width < 600,
        });
        var feature = new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme };
        await AskAsync("Emulation.setEmulatedMedia", new() { ["features"] = new JsonArray(feature) });
    }

    /// <summary>The value of an expression, or of what it promises, as JSON has it.</summary>
    public async Task<T> ValueAsync<T>(string expression)
    {
        var answer = await AskAsync("Runtime.evaluate", new()
        {
            ["expression"] = expression,
            ["returnByValue"] = true,
            ["awaitPromise"] = true,
        });
        if (answer["exceptionDetails"] is { } failure) throw new InvalidOperationException(failure.ToJsonString());
        return answer["result"]!["value"]!.GetValue<T>();
    }

    /// <summary>The whole page, as PNG.</summary>
    public async Task<byte[]> PictureAsync() => Convert.FromBase64String(
        (await AskAsync("Page.captureScreenshot", new() { ["captureBeyondViewport"] = true }))["data"]!.GetValue<string>());

    /// <summary>As it is printed, as PDF.</summary>
    public async Task<byte[]> PrintAsync() => Convert.FromBase64String(
        (await AskAsync("Page.printToPDF", new() { ["preferCSSPageSize"] = true }))["data"]!.GetValue<string>());

    public async Task PressAsync(string key)
    {
        foreach (var type in new[] { "keyDown", "keyUp" })
        {
            await AskAsync("Input.dispatchKeyEvent", new() { ["type"] = type, ["key"] = key, ["code"] = key });
        }
    }

    public Task PointAsync(double x, double y) =>
        AskAsync("Input.dispatchMouseEvent", new() { ["type"] = "mouseMoved", ["x"] = x, ["y"] = y });

    public async Task TouchAsync(double x, double y)
    {
        await AskAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = "touchStart",
            ["touchPoints"] = new JsonArray(new JsonObject { ["x"] = x, ["y"] = y }),
        });
        await AskAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = new JsonArray() });
    }

    public async ValueTask DisposeAsync()
    {
        _tools.Told -= Hear;
        await _tools.AskAsync("", "Target.closeTarget", new() { ["targetId"] = _target }, CancellationToken.None);
    }

    private Task<JsonNode> AskAsync(string method, JsonObject parameters) => _tools.AskAsync(_session, method, parameters, _cancellation);

    private void Hear(string session, string method, JsonNode told)
    {
        if (session != _session) return;
        switch (method)
        {
            case "Page.loadEventFired": _loaded.TrySetResult(); break;
            case "Network.requestWillBeSent": Requests.Enqueue(told["request"]!["url"]!.GetValue<string>()); break;
            case "Runtime.consoleAPICalled" or "Runtime.exceptionThrown" or "Log.entryAdded": Console.Enqueue(told.ToJsonString()); break;
        }
    }
}
