using Xunit;

namespace Simulator.Serve.Tests.Dashboard;

/// <summary>Every page of the dashboard with data on it, in a real browser.</summary>
public sealed class DashboardPageTests(DashboardStage stage) : DashboardPages(stage), IClassFixture<DashboardStage>;

/// <summary>The same over a cluster of 1.20.2.</summary>
public sealed class LaterDashboardPageTests(LaterDashboardStage stage) : DashboardPages(stage), IClassFixture<LaterDashboardStage>;

/// <summary>What there is to see.</summary>
/// <param name="stage">Where.</param>
public abstract class DashboardPages(DashboardStage stage)
{
    /// <summary>Addresses, and what is seen there.</summary>
    public static TheoryData<string, string> Pages => new()
    {
        { "workload", "Replication controllers" },
        { "deployment", "nginx:1.11" },
        { "replicaset", "web-" },
        { "replicationcontroller", "2 / 2" },
        { "daemonset", "6 / 6" },
        { "petset", "pets" },
        { "job", "sums" },
        { "pod", "giant" },
        { "service", "web.default:80 TCP" },
        { "horizontalpodautoscaler", "Deployment/web" },
        { "persistentvolumeclaim", "Bound" },
        { "persistentvolume", "default/data" },
        { "configmap", "settings" },
        { "secret", "keys" },
        { "node", "default-0006" },
        { "namespace", "team" },
        { "deployment/default/web", "Revision history limit" },
        { "replicationcontroller/default/cache", "Pods created" },
        { "daemonset/default/agent", "Its pods" },
        { "petset/default/pets", "pets-0" },
        { "job/default/sums", "Parallelism" },
        { "pod/default/giant", "Container giant" },
        { "service/default/web", "Session affinity" },
        { "horizontalpodautoscaler/default/web", "Replicas now" },
        { "persistentvolumeclaim/default/data", "disk-1" },
        { "persistentvolume/disk-1", "Reclaim policy" },
        { "configmap/default/settings", "colour" },
        { "secret/default/keys", "7 bytes, not shown" },
        { "node/default-0001", "Memory requests" },
        { "namespace/default", "Events" },
        { "log/default/giant/giant", "giant" },
        { "why/default/giant", "Insufficient CPU" },
        { "deploy/app", "Container image" },
        { "deploy/file", "Or written here" },
        { "map", "2 zones: 6 ready" },
        { "timeline", "has joined in b" },
        { "trouble", "Begin a trouble" },
        { "users", "40" },
    };

    /// <summary>Of each sort of page one: its colours at night, and the widest screen.</summary>
    private static readonly HashSet<string> Samples =
        ["workload", "map", "trouble", "timeline", "users", "deploy/app", "why/default/giant", "pod/default/giant", "node/default-0001"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_shows_its_data_at_any_width_light_and_dark_and_everybody_can_use_it(string page, string seen)
    {
        seen = stage.Said(seen);
        var tab = await stage.TurnAsync(page, DashboardTab.Screen, "light");
        await IsSeenAsync(tab, seen, DashboardTab.Screen);
        Assert.Equal("", await tab.ViolationsAsync());
        await tab.Tab.ResizeAsync(DashboardTab.Phone, "dark");
        await IsSeenAsync(tab, seen, DashboardTab.Phone);
        if (Samples.Contains(page))
        {
            Assert.Equal("", await tab.ViolationsAsync("color-contrast", "scrollable-region-focusable", "target-size"));
            await tab.Tab.ResizeAsync(DashboardTab.Wall, "dark");
            await IsSeenAsync(tab, seen, DashboardTab.Wall);
        }

        tab.IsQuiet();
    }

    [Fact]
    public async Task What_is_no_page_is_told()
    {
        await using var tab = await stage.OpenAsync("nosuch");
        await tab.SeesAsync("There is no such page");
        tab.IsQuiet();
    }

    [Fact]
    public async Task Script_in_an_object_stays_text()
    {
        await using var tab = await stage.OpenAsync("configmap/default/settings");
        await tab.SeesAsync(Manifests.Nasty);
        await tab.GoAsync("replicationcontroller/default/cache");
        await tab.SeesAsync($"note={Manifests.Nasty}");
        await tab.GoAsync("pod/default/giant");
        await tab.SeesAsync($"COLOUR={Manifests.Nasty} (colour of config map settings)");
        await tab.SeesAsync("WORD (password of secret keys, not shown)");
        await tab.SeesAsync("ME=giant (metadata.name)");
        Assert.Equal(0, await tab.Tab.ValueAsync<int>("document.querySelectorAll('img').length"));
        tab.IsQuiet();
    }

    private static async Task IsSeenAsync(DashboardTab tab, string seen, int width)
    {
        await tab.SeesAsync(seen);
        Assert.InRange(await tab.Tab.ValueAsync<int>("document.documentElement.scrollWidth"), 1, width);
    }
}
