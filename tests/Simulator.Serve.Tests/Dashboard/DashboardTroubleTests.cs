using Xunit;

namespace Simulator.Serve.Tests.Dashboard;

/// <summary>A zone is taken down on the map, and seen to be; then it comes back.</summary>
public sealed class DashboardTroubleTests(DashboardStage stage) : IClassFixture<DashboardStage>
{
    [Fact]
    public async Task A_zone_is_taken_down_with_one_click_and_seen_everywhere()
    {
        await using var tab = await stage.OpenAsync("map");
        await tab.SeesAsync("2 zones: 6 ready");
        await tab.PressAsync("Take its power", "section[aria-label='Zone b']");
        await tab.SeesAsync("2 zones: 3 ready, 3 silently down");
        await tab.SeesAsync("Troubles that go on");
        await stage.StepTo("3m30s");
        await tab.SeesAsync("2 zones: 3 ready, 3 unknown");
        await tab.GoAsync("node");
        await tab.SeesAsync("Unknown");
        await tab.GoAsync("timeline");
        await tab.SeesAsync("default-0001: Ready is Unknown");
        await tab.GoAsync("trouble");
        await tab.SeesAsync("zone: b");
        await tab.PressAsync("End trouble 1");
        await stage.StepTo("9m");
        await tab.GoAsync("map");
        await tab.SeesAsync("2 zones: 6 ready");
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_node_is_chosen_with_the_keyboard_and_opened()
    {
        await using var tab = await stage.OpenAsync("map");
        await tab.SeesAsync("2 zones");
        await tab.UntilAsync("document.querySelector(\"section[aria-label='Zone c'] canvas\").clientHeight > 10");
        await tab.Tab.ValueAsync<int>("document.querySelector(\"section[aria-label='Zone c'] canvas\").focus(), 0");
        await tab.Tab.PressAsync("ArrowRight");
        await tab.SeesAsync("default-0002 in c-r01");
        await tab.Tab.PressAsync("Enter");
        await tab.UntilAsync("location.hash === '#/node/default-0002'");
        await tab.SeesAsync("kubelet version");
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_trouble_is_begun_from_a_form_and_one_that_cannot_be_is_told_of()
    {
        await using var tab = await stage.OpenAsync("trouble");
        await tab.SeesAsync("Begin a trouble");
        await tab.FillAsync("Name", "nowhere");
        await tab.PressAsync("Begin", "form");
        await tab.IsToldAsync("'nowhere'");
        await tab.FillAsync("As a scenario writes it, without a time", "{ scale: deployment/web, replicas: 5 }");
        await tab.PressAsync("Do it");
        await tab.IsToldAsync("Done: scale Deployment default/web to 5");
    }
}
