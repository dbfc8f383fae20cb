using System.Text;
using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;
using Simulator.Serve.Hosting;
using Simulator.Serve.Tests.Serving;
using Simulator.Tests.Reports.Browser;
using Xunit;

namespace Simulator.Serve.Tests.Dashboard;

/// <summary>A small cluster with an object of every kind, served on a free port, and a browser to look at it.</summary>
public class DashboardStage : IAsyncDisposable
{
    /// <summary>Said where a test is skipped.</summary>
    internal const string Skipped =
        "There is no Chromium on this machine (chromium, google-chrome, ...): no page of the dashboard was looked at in a browser.";

    private protected const string Scenario = """
        scenario: shop
        seed: 7
        duration: 30m
        clusters:
          - name: east
            region: us-east1
            zones: [b, c]
            nodePools:
              - { name: default, machineType: n1-standard-4, count: 6 }
            controlPlane: { version: 1.3.10 }
            workloads:
              - manifests: [web.yaml]
            traffic:
              - { services: [web], rate: 40 }
        """;

    private readonly Served _served;
    private readonly string _manifests;
    private readonly HeadlessBrowser _browser = new();
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly SemaphoreSlim _starting = new(1);
    private ServeHost? _host;
    private DashboardTab? _turned;

    public DashboardStage()
        : this(Scenario, Served.Web, Manifests.All)
    {
    }

    private protected DashboardStage(string scenario, string web, string manifests) =>
        (_served, _manifests) = (new Served(scenario: scenario, web: web), manifests);

    internal static string Axe { get; } = new BundledAxeScriptProvider().GetScript();

    internal string Address => _host!.Addresses[0].Address;

    /// <summary>What is said there in words of the version.</summary>
    internal virtual string Said(string words) => words;

    /// <summary>A tab in which the page stands; the cluster's time is at two minutes, and stands still.</summary>
    internal async Task<DashboardTab> OpenAsync(string page, int width = DashboardTab.Screen, string scheme = "light")
    {
        Assert.SkipWhen(HeadlessBrowser.Program is null, Skipped);
        await Begin();
        var tab = new DashboardTab(await _browser.OpenAsync(TestContext.Current.CancellationToken), Address);
        await tab.ShowAsync(page, width, scheme);
        return tab;
    }

    /// <summary>The same tab for one page after the other: loading it anew for each would take longer than looking.</summary>
    internal async Task<DashboardTab> TurnAsync(string page, int width, string scheme)
    {
        _turned ??= await OpenAsync("namespace", width, scheme);
        await _turned.Tab.ResizeAsync(width, scheme);
        await _turned.GoAsync(page);
        return _turned;
    }

    /// <summary>Advances the cluster, and pauses there.</summary>
    internal async Task StepTo(string moment)
    {
        await SendAsync(HttpMethod.Post, "/simulator/clock/step", $$"""{"until":"{{moment}}"}""");
        for (var i = 0; i < 600; i++)
        {
            var clock = await GetAsync("/simulator/clock");
            if (clock["speed"]!.GetValue<string>() == "paused") return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"{moment} did not come");
    }

    internal async Task<JsonNode> GetAsync(string path, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address + path));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return JsonNode.Parse(text)!;
    }

    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address + path))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal async Task Begin()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_host is not null) return;
            _host = new ServeHost(_served.Run, new ServeOptions { Port = 0, Speed = Speed.Paused });
            await _host.Start();
            await CreateAll(_manifests);
            await StepTo("2m");
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_turned is not null) await _turned.DisposeAsync();
        await _browser.DisposeAsync();
        if (_host is not null) await _host.DisposeAsync();
        _client.Dispose();
        _starting.Dispose();
        _served.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task CreateAll(string manifests)
    {
        using var read = await SendAsync(HttpMethod.Post, "/simulator/manifests", manifests);
        var objects = JsonNode.Parse(await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsArray();
        Assert.True(objects.Count > 5, objects.ToJsonString());
        foreach (var one in objects)
        {
            using var made = await SendAsync(HttpMethod.Post, Manifests.PathOf(one!), one!.ToJsonString());
            Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }
}
