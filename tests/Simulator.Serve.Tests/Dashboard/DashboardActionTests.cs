using System.Text.Json.Nodes;
using Xunit;

namespace Simulator.Serve.Tests.Dashboard;

/// <summary>What people do on the dashboard, in a real browser; what came of it is read from the API.</summary>
public sealed class DashboardActionTests(DashboardStage stage) : IClassFixture<DashboardStage>
{
    private const string Home = "/api/v1/namespaces/default";

    [Fact]
    public async Task An_application_is_deployed_from_a_form()
    {
        await using var tab = await stage.OpenAsync("deploy/app");
        await tab.FillAsync("App name", "front");
        await tab.FillAsync("Container image", "nginx:1.11");
        await tab.FillAsync("Number of pods", "2");
        await tab.FillAsync("Service", "internal");
        await tab.FillAsync("Port mappings", "80 8080 TCP");
        await tab.FillAsync("CPU (cores)", "0.1");
        await tab.FillAsync("Environment variables", "MODE=a");
        await tab.PressAsync("Deploy", "form");
        await tab.UntilAsync("location.hash === '#/workload'");
        await tab.SeesAsync("front");
        var controller = await stage.GetAsync($"{Home}/replicationcontrollers/front");
        Assert.Equal("""{"app":"front","version":"1.11"}""", controller["spec"]!["selector"]!.ToJsonString());
        Assert.Equal(2, controller["spec"]!["replicas"]!.GetValue<int>());
        var port = (await stage.GetAsync($"{Home}/services/front"))["spec"]!["ports"]![0]!;
        Assert.Equal((80, 8080), (port["port"]!.GetValue<int>(), port["targetPort"]!.GetValue<int>()));
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_file_is_uploaded_object_by_object()
    {
        await using var tab = await stage.OpenAsync("deploy/file");
        await tab.FillAsync(
            "Or written here",
            "{ kind: ConfigMap, apiVersion: v1, metadata: { name: up-1 } }\n---\n{ kind: Namespace, apiVersion: v1, metadata: { name: "
                + "up-2 } }");
        await tab.PressAsync("Deploy", "form");
        await tab.IsToldAsync("2 of 2 objects are created.");
        await stage.GetAsync($"{Home}/configmaps/up-1");
        await stage.GetAsync("/api/v1/namespaces/up-2");
        tab.IsQuiet();
    }

    [Theory]
    [InlineData("kind: [", "line 2, column 1: not YAML")]
    [InlineData("{ kind: Nonsense, apiVersion: v1, metadata: { name: a } }", "the server knows no Nonsense of v1")]
    [InlineData("{ kind: Pod, apiVersion: v1, metadata: { name: UPPER }, spec: { containers: [{ name: a, image: a }] } }", "UPPER")]
    public async Task A_file_that_is_wrong_is_told_of(string text, string sentence)
    {
        await using var tab = await stage.OpenAsync("deploy/file");
        await tab.FillAsync("Or written here", text);
        await tab.PressAsync("Deploy", "form");
        await tab.UntilAsync($"document.querySelector('form .problem').textContent.includes('{sentence}')");
    }

    [Fact]
    public async Task An_object_is_edited_as_a_whole()
    {
        await using var tab = await stage.OpenAsync("deployment/default/web");
        await tab.SeesAsync("Revision history limit");
        await tab.PressAsync("Edit");
        await tab.UntilAsync("document.querySelector('dialog textarea')?.value.includes('replicas: 3')");
        await tab.FillAsync("Object", (await tab.FieldAsync("Object")).Replace("replicas: 3", "replicas: 4", StringComparison.Ordinal));
        await tab.PressAsync("Save", "dialog");
        await tab.IsToldAsync("is changed");
        var changed = await stage.GetAsync("/apis/extensions/v1beta1/namespaces/default/deployments/web");
        Assert.Equal(4, changed["spec"]!["replicas"]!.GetValue<int>());
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_controller_is_scaled_from_the_menu_of_its_row()
    {
        await using var tab = await stage.OpenAsync("replicationcontroller");
        await tab.PressAsync("Actions of cache");
        await tab.PressAsync("Scale", "[role=menu]");
        await tab.FillAsync("Desired number of pods", "3");
        await tab.PressAsync("Scale", "dialog");
        await tab.SeesAsync("/ 3");
        var scaled = await stage.GetAsync($"{Home}/replicationcontrollers/cache");
        Assert.Equal(3, scaled["spec"]!["replicas"]!.GetValue<int>());
        tab.IsQuiet();
    }

    [Fact]
    public async Task What_others_make_and_delete_is_seen_at_once()
    {
        await using var tab = await stage.OpenAsync("configmap");
        await tab.SeesAsync("settings");
        using var made = await stage.SendAsync(HttpMethod.Post, $"{Home}/configmaps", """{"metadata":{"name":"seen"}}""");
        await tab.SeesAsync("seen");
        await tab.PressAsync("Actions of seen");
        await tab.PressAsync("Delete", "[role=menu]");
        await tab.PressAsync("Delete", "dialog");
        await tab.UntilAsync("!document.getElementById('main').innerText.includes('seen')");
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_node_is_cordoned()
    {
        await using var tab = await stage.OpenAsync("node");
        await tab.PressAsync("Actions of default-0004");
        await tab.PressAsync("Cordon or uncordon", "[role=menu]");
        await tab.SeesAsync("True, cordoned");
        await tab.PressAsync("Actions of default-0004");
        await tab.PressAsync("Cordon or uncordon", "[role=menu]");
        await tab.UntilAsync("!document.getElementById('main').innerText.includes('cordoned')");
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_silent_container_is_told_of()
    {
        await using var tab = await stage.OpenAsync("pod");
        await tab.PressAsync("Actions of pets-0");
        await tab.PressAsync("Logs", "[role=menu]");
        await tab.SeesAsync("The container has said nothing");
        tab.IsQuiet();
    }

    [Fact]
    public async Task The_clock_is_stepped_run_and_paused()
    {
        await using var tab = await stage.OpenAsync("map");
        var before = await Seconds();
        await tab.PressAsync("Next event");
        await UntilClock(clock => clock > before);
        await tab.PressAsync("Until…");
        await tab.FillAsync("Moment of the run", "2h");
        await tab.PressAsync("Go", "dialog");
        await UntilClock(clock => clock >= 7200);
        await tab.UntilAsync("document.querySelector('output.now').textContent === '2:00:00'");
        await tab.PressAsync("Go on");
        await UntilClock(clock => clock > 7200);
        await tab.PressAsync("Pause");
        Assert.Equal("paused", await SpeedOnceIs("paused"));
        await tab.Tab.ValueAsync<int>(
            "(speed => { speed.value = '600x'; speed.dispatchEvent(new Event('change')); return 0; })(document.querySelector('.clock "
                + "select'))");
        Assert.Equal("600x", await SpeedOnceIs("600x"));
        await tab.PressAsync("Pause");
        await SpeedOnceIs("paused");
        tab.IsQuiet();
    }

    [Fact]
    public async Task The_keyboard_opens_a_menu_and_comes_back()
    {
        await using var tab = await stage.OpenAsync("namespace");
        await tab.SeesAsync("team");
        await tab.Tab.ValueAsync<int>("document.querySelector('[aria-label=\"Actions of team\"]').focus(), 0");
        await tab.Tab.PressAsync("ArrowDown");
        await tab.UntilAsync("document.activeElement.textContent === 'Edit'");
        await tab.Tab.PressAsync("ArrowDown");
        await tab.UntilAsync("document.activeElement.textContent === 'Delete'");
        await tab.Tab.PressAsync("Escape");
        await tab.UntilAsync(
            "document.activeElement.getAttribute('aria-label') === 'Actions of team' && !document.querySelector('[role=menu]')");
    }

    private async Task<double> Seconds() => (await stage.GetAsync("/simulator/clock"))["seconds"]!.GetValue<double>();

    private async Task UntilClock(Func<double, bool> holds)
    {
        for (var i = 0; i < 600 && !holds(await Seconds()); i++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.True(holds(await Seconds()));
    }

    private async Task<string> SpeedOnceIs(string wanted)
    {
        JsonNode speed = "";
        for (var i = 0; i < 200; i++)
        {
            speed = (await stage.GetAsync("/simulator/clock"))["speed"]!;
            if (speed.GetValue<string>() == wanted) break;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return speed.GetValue<string>();
    }
}
