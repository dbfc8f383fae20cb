using Simulator.Serve.Hosting;
using Simulator.Serve.Tests.Serving;
using Simulator.Tests.Reports.Browser;
using Xunit;

namespace Simulator.Serve.Tests.Dashboard;

/// <summary>The dashboard at the port of a federation: pages of what it has, and of nothing else.</summary>
public sealed class DashboardFederationTests : IAsyncDisposable
{
    private readonly Served _served = new(scenario: FederationDoorTests.Scenario);
    private readonly HeadlessBrowser _browser = new();
    private ServeHost? _host;

    [Fact]
    public async Task Members_are_seen_and_what_a_federation_lacks_is_not_offered()
    {
        Assert.SkipWhen(HeadlessBrowser.Program is null, DashboardStage.Skipped);
        _served.Run.Advance(TimeSpan.FromMinutes(2));
        _host = new ServeHost(_served.Run, new ServeOptions { Port = 0, Speed = Speed.Paused });
        await _host.Start();
        await using var tab = new DashboardTab(
            await _browser.OpenAsync(TestContext.Current.CancellationToken), _host.Addresses[^1].Address);
        await tab.ShowAsync("cluster", DashboardTab.Screen, "light");
        await tab.SeesAsync("us-east1-b");
        await tab.GoAsync("cluster/us");
        await tab.SeesAsync("Last heartbeat");
        await tab.GoAsync("workload");
        await tab.SeesAsync("Nothing runs here yet");
        Assert.Equal(
            "map,timeline,trouble,users,workload,replicaset,service,cluster,namespace",
            await tab.Tab.ValueAsync<string>("[...document.querySelectorAll('#side a')].map(one => one.dataset.page).join()"));
        Assert.Equal("", await tab.ViolationsAsync());
        tab.IsQuiet();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        if (_host is not null) await _host.DisposeAsync();
        _served.Dispose();
    }
}
