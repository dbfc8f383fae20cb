using System.Diagnostics;
using Simulator.Serve.Hosting;
using Simulator.Serve.Tests.Serving;
using Simulator.Tests.Reports.Browser;
using Xunit;

namespace Simulator.Serve.Tests.Dashboard;

/// <summary>The pages of 2,000 nodes and 60,000 pods, in a real browser, with the clock at 60x. Figures stand in tests/README.md.</summary>
public sealed class DashboardCrowdTests : IAsyncDisposable
{
    /// <summary>Pictures of five seconds, and how long one of them took: a page that is fluid has no long ones.</summary>
    private const string Frames = """
        new Promise(done => {
            const gaps = [];
            let last = performance.now();
            const end = last + 5000;
            const step = now => {
                gaps.push(now - last);
                last = now;
                if (now < end) requestAnimationFrame(step);
                else done(told(gaps));
            };
            const told = all => [
                `${all.length / 5} pictures a second`,
                `the longest took ${Math.round(Math.max(...all))} ms`,
                `${all.filter(gap => gap > 100).length} more than 100 ms`,
            ].join(', ');
            requestAnimationFrame(step);
        })
        """;

    private readonly Crowd _crowd = new();
    private readonly HeadlessBrowser _browser = new();
    private ServeHost? _host;

    [Fact(Explicit = true)]
    public async Task Pages_of_a_crowd_come_quickly_and_its_map_is_fluid()
    {
        Assert.SkipWhen(HeadlessBrowser.Program is null, DashboardStage.Skipped);
        _host = new ServeHost(_crowd.Begin(), new ServeOptions { Port = 0, Speed = new Speed(60) });
        await _host.Start();
        await using var tab = new DashboardTab(
            await _browser.OpenAsync(TestContext.Current.CancellationToken), _host.Addresses[0].Address);
        await tab.ShowAsync("namespace", DashboardTab.Screen, "light");
        (string Page, string Seen)[] pages =
        [
            ("workload", "Deployments"), ("pod", "60,000"), ("node", "2,000"), ("deployment/team-01/web", "Its pods"),
            ("timeline", "Timeline"), ("map", "3 zones: 2,000 ready"),
        ];
        foreach (var (page, seen) in pages)
        {
            var watch = Stopwatch.StartNew();
            await tab.GoAsync(page);
            await tab.SeesAsync(seen);
            Tell($"{page}: {watch.ElapsedMilliseconds} ms");
        }

        Tell($"map: {await tab.Tab.ValueAsync<string>(Frames)}");
        await tab.PressAsync("Take its power", "section[aria-label='Zone b']");
        await tab.SeesAsync("silently down");
        Tell($"map, with a zone down: {await tab.Tab.ValueAsync<string>(Frames)}");
        tab.IsQuiet();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        if (_host is not null) await _host.DisposeAsync();
        _crowd.Dispose();
    }

    private static void Tell(string what) => TestContext.Current.TestOutputHelper?.WriteLine(what);
}
