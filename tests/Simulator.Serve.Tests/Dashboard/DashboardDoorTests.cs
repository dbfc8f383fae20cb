using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Simulator.Serve.Dashboard;
using Simulator.Serve.Messages;
using Xunit;

namespace Simulator.Serve.Tests.Dashboard;

/// <summary>What the dashboard asks for, without a browser.</summary>
public sealed partial class DashboardDoorTests(DashboardStage stage) : IClassFixture<DashboardStage>
{
    private const string Page = "application/vnd.simulator.page+json";
    private const string Why = "application/vnd.simulator.why+json";
    private const string Pods = "/api/v1/namespaces/default/pods";

    [Fact]
    public async Task A_page_of_a_list_says_how_many_there_are_and_holds_only_some()
    {
        await stage.Begin();
        var all = await stage.GetAsync(Pods);
        var page = await stage.GetAsync($"{Pods}?offset=2&limit=3", Page);
        Assert.Equal(all["items"]!.AsArray().Count, page["total"]!.GetValue<int>());
        Assert.Equal(NamesOf(all).Skip(2).Take(3), NamesOf(page));
    }

    [Theory]
    [InlineData("search=WEB-", 3)]
    [InlineData("labelSelector=app%3Dcache", 2)]
    [InlineData("labelSelector=app+in+(cache,agent)", 8)]
    [InlineData("state=Waiting", 1)]
    [InlineData("search=nothing-has-this", 0)]
    public async Task A_page_is_of_those_that_are_wanted(string query, int matched)
    {
        await stage.Begin();
        Assert.Equal(matched, (await stage.GetAsync($"{Pods}?{query}&limit=50", Page))["matched"]!.GetValue<int>());
    }

    [Fact]
    public async Task Pods_of_a_node_are_those_that_the_field_selector_finds()
    {
        await stage.Begin();
        var selected = await stage.GetAsync("/api/v1/pods?fieldSelector=spec.nodeName%3Ddefault-0001");
        Assert.Equal(NamesOf(selected), NamesOf(await stage.GetAsync("/api/v1/pods?node=default-0001&limit=50", Page)));
    }

    [Fact]
    public async Task An_owner_tells_how_its_pods_are_and_a_wrong_selector_is_refused()
    {
        await stage.Begin();
        var page = await stage.GetAsync("/apis/extensions/v1beta1/deployments?limit=50", Page);
        Assert.Equal(3, page["pods"]![0]!["ready"]!.GetValue<int>());
        using var wrong = await stage.SendAsync(HttpMethod.Get, $"{Pods}?labelSelector=a%20b%20c", "");
        Assert.Equal(HttpStatusCode.InternalServerError, wrong.StatusCode);
    }

    [Fact]
    public async Task Warnings_stand_under_who_made_the_pods()
    {
        await stage.Begin();
        var events = await stage.GetAsync("/api/v1/events?about=Pod/giant&state=Warning&limit=50", Page);
        Assert.Equal("FailedScheduling", events["items"]![0]!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task Why_of_a_pod_that_waits_says_what_every_node_lacks()
    {
        await stage.Begin();
        var why = await stage.GetAsync($"{Pods}/giant", Why);
        Assert.StartsWith("Pending since", why["state"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(0, why["decision"]!["fitCount"]!.GetValue<int>());
        Assert.Equal(6, why["decision"]!["rejected"]![0]!["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task Why_of_a_pod_that_is_placed_counts_it_out_and_tells_its_life()
    {
        await stage.Begin();
        var pod = (await stage.GetAsync($"{Pods}?labelSelector=app%3Dcache"))["items"]![0]!;
        var why = await stage.GetAsync($"{Pods}/{pod["metadata"]!["name"]}", Why);
        Assert.Equal(pod["spec"]!["nodeName"]!.GetValue<string>(), why["node"]!.GetValue<string>());
        Assert.Equal(6, why["decision"]!["fitCount"]!.GetValue<int>());
        Assert.Contains(why["events"]!.AsArray(), one => one!["text"]!.GetValue<string>() == "ready");
    }

    [Fact]
    public async Task The_map_has_every_node_in_its_rack_and_zone()
    {
        await stage.Begin();
        var zones = (await stage.GetAsync("/simulator/map"))["zones"]!.AsArray();
        Assert.Equal(["b", "c"], zones.Select(zone => zone!["name"]!.GetValue<string>()));
        Assert.Equal(6, zones.Sum(zone => zone!["racks"]!.AsArray().Sum(rack => rack!["nodes"]!.AsArray().Count)));
        Assert.Equal("ready", zones[0]!["racks"]![0]!["nodes"]![0]![1]!.GetValue<string>());
    }

    [Fact]
    public async Task Requests_are_those_of_the_scenario()
    {
        await stage.Begin();
        var web = (await stage.GetAsync("/simulator/requests"))[0]!;
        Assert.Equal("default/web", web["subject"]!.GetValue<string>());
        Assert.Equal(40, web["points"]!.AsArray()[^1]![1]!.GetValue<double>());
    }

    [Fact]
    public void Page_files_let_nothing_in_from_elsewhere()
    {
        var page = PageFiles.Find(new ServerRequest { Method = "GET", Path = "/dashboard/" })!;
        var policy = page.Headers.Single(header => header.Name == "Content-Security-Policy").Value;
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(301, PageFiles.Find(new ServerRequest { Method = "GET", Path = "/dashboard" })!.Status);
        Assert.Null(PageFiles.Find(new ServerRequest { Method = "POST", Path = "/dashboard/" }));
        Assert.Null(PageFiles.Find(new ServerRequest { Method = "GET", Path = "/dashboard/../version" }));
    }

    [Fact]
    public void A_file_that_the_browser_has_is_not_sent_again()
    {
        var request = new ServerRequest { Method = "GET", Path = "/dashboard/main.js" };
        var tag = PageFiles.Find(request)!.Headers.Single(header => header.Name == "ETag").Value;
        Assert.Equal(304, PageFiles.Find(request with { Headers = [("If-None-Match", tag)] })!.Status);
    }

    /// <summary>Names of objects come into the page as text only, and nothing is loaded from anywhere else.</summary>
    [Fact]
    public void No_script_makes_markup_of_text_or_knows_another_site()
    {
        foreach (var name in PageFiles.Names.Where(name => !name.EndsWith(".svg", StringComparison.Ordinal)))
        {
            var file = PageFiles.Find(new ServerRequest { Method = "GET", Path = $"/dashboard/{name}" })!;
            var text = System.Text.Encoding.UTF8.GetString(file.Body.Span)
                .Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
            Assert.False(Dangerous().IsMatch(text), $"{name}: {Dangerous().Match(text)}");
        }
    }

    private static IEnumerable<string> NamesOf(JsonNode list) =>
        list["items"]!.AsArray().Select(item => item!["metadata"]!["name"]!.GetValue<string>());

    [GeneratedRegex(
        @"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc|https?://|localStorage"
            + @"|document\.cookie| style=| onclick=")]
    private static partial Regex Dangerous();
}
