using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Users of regions, the answers that their caches hold, and the clusters that their requests meet.</summary>
public sealed class UserStories
{
    [Fact]
    public void Users_go_to_the_cluster_of_their_region_and_those_of_others_to_the_nearest()
    {
        var world = new Regions().With("r-east", 100).With("r-asia", 10).RunTo(1.Minutes());
        Assert.Equal((100, 10), (world.SentTo("east", "r-east"), world.SentTo("west", "r-asia")));
        Assert.Equal((100, 0), world.Seen("r-east"));
        Assert.Equal(120, world.Seen("r-asia", ObservationKind.UsersLatencyChanged).Requests, 3);
    }

    [Fact]
    public void Any_address_is_as_good_as_any_other_to_plain_dns()
    {
        var world = new Regions().With("r-asia", 30, but: users => users with { Choice = AddressChoice.Any }).RunTo(1.Minutes());
        Assert.Equal([10, 10, 10], new[] { "east", "west", "europe" }.Select(cluster => world.SentTo(cluster, "r-asia")));
    }

    [Fact]
    public void A_region_goes_dark_and_its_users_are_served_again_as_their_caches_let_go()
    {
        var world = new Regions().With("r-east", 100).With("r-west", 50).Dark("east", 5.Minutes()).RunTo(6.Minutes());
        Assert.Equal((100, 100), world.Seen("r-east"));
        Assert.Equal((50, 0), world.Seen("r-west"));

        world.Publish("west", "europe");
        foreach (var (minutes, failing) in new[] { (1.0, 100 * ((0.85 * 2 / 3) + (0.1 * 4 / 5) + (0.05 * Math.Exp(-1 / 20.0)))),
            (2.0, 100 * ((0.85 / 3) + (0.1 * 3 / 5) + (0.05 * Math.Exp(-2 / 20.0)))),
            (4.0, 100 * ((0.1 / 5) + (0.05 * Math.Exp(-4 / 20.0)))),
            (20.0, 100 * 0.05 * Math.Exp(-1)) })
        {
            world.RunTo(TimeSpan.FromMinutes(6 + minutes));
            var seen = world.Seen("r-east");
            Assert.InRange(seen.Failing, failing - 1.5, failing + 1.5);
            Assert.Equal(world.SentTo("east", "r-east"), seen.Failing, 2);
            Assert.Equal(100 - seen.Failing, world.SentTo("west", "r-east"), 2);
        }

        world.RunTo(5.Hours());
        Assert.Equal((100, 0), world.Seen("r-east"));
    }

    [Fact]
    public void Who_tries_again_goes_to_the_next_address_and_is_answered_late()
    {
        var client = new ClientSpec { Retries = 1, Timeout = TimeSpan.FromSeconds(2), RetryAfter = TimeSpan.FromSeconds(1) };
        var world = new Regions().With("r-east", 100, client, users => users with { Asks = NameLevel.Global }).Dark("east", 5.Minutes())
            .RunTo(8.Minutes());
        Assert.Equal((100, 0), world.Seen("r-east"));
        Assert.Equal((100, 100), (world.SentTo("east", "r-east"), Math.Round(world.SentTo("west", "r-east"))));
        Assert.Equal(100, world.Seen("r-east", ObservationKind.UsersShort).Failing, 1);
    }

    [Fact]
    public void Nothing_costs_while_nothing_changes()
    {
        var (none, some) = (new Regions().RunTo(1.Hours()), new Regions().With("r-east", 100).With("r-asia", 10).RunTo(1.Hours()));
        Assert.InRange(some.Run.EventCount - none.Run.EventCount, 0, 40);
    }

    [Fact]
    public void What_is_asked_while_there_is_no_record_is_remembered_too()
    {
        var world = new Regions().With("r-east", 100, but: users => users with { Asks = NameLevel.Region }).RunTo(5.Minutes());
        world.Records.Remove(Regions.Web.InRegion("r-east"));
        world.RunTo(5.Minutes() + 18.Seconds());
        world.Publish("east", "west", "europe");
        world.RunTo(6.Minutes());

        // In 18 s a tenth of those who obey ask, and 6 % of the others.
        Assert.InRange(world.Seen("r-east").Failing, 7.5, 9.5);
        world.RunTo(5.Hours());
        Assert.Equal((100, 0), world.Seen("r-east"));
    }

    [Fact]
    public void Silent_name_servers_fail_those_whose_answers_expire_and_nobody_once_they_answer_again()
    {
        var world = new Regions().With("r-east", 100).RunTo(5.Minutes());
        world.Servers.GoDown();
        world.RunTo(6.Minutes());
        Assert.InRange(world.Seen("r-east").Failing, 29, 33.5);
        world.Servers.ComeUp();
        world.RunTo(6.Minutes() + 1.Seconds());
        Assert.Equal((100, 0), world.Seen("r-east"));
    }

    [Fact]
    public void Pods_of_a_cluster_that_has_the_service_stay_at_home_and_others_go_by_the_name_of_their_zone()
    {
        var world = new Regions { Having = ["east", "west"] }.With(Pods("east")).With(Pods("europe")).RunTo(1.Minutes());
        Assert.Equal((20, 20), (world.SentTo("east", "pods of east"), world.SentTo("east", "pods of europe")));
        Assert.Equal(
            "local", world.Observations.First(fact => fact is { Kind: ObservationKind.UsersAnswerChanged, Value: 30_000_000 }).Other);
    }

    [Fact]
    public void What_one_region_sends_to_another_fails_while_they_are_cut()
    {
        var world = new Regions { Having = ["west"] }.With("r-east", 100).With("r-europe", 50).RunTo(1.Minutes());
        world.Run.Regions.Cut("r-east", "r-west");
        world.RunTo(2.Minutes());
        Assert.Equal((100, 100), world.Seen("r-east"));
        Assert.Equal((50, 0), world.Seen("r-europe"));
        world.Run.Regions.Mend("r-east", "r-west");
        world.RunTo(3.Minutes());
        Assert.Equal((100, 0), world.Seen("r-east"));
    }

    /// <summary>
    /// A cut of a second every ten: a request fails if its second try, an exponential second later, comes within the same cut, which is
    /// 1/e of the requests of that second.
    /// </summary>
    [Fact]
    public void Who_tries_again_after_a_cut_is_answered()
    {
        var world = new Regions { Having = ["west"] }.With("r-east", 100, new ClientSpec { Retries = 1 }).RunTo(1.Minutes());
        var failed = 0.0;
        for (var second = 60; second < 120; second++)
        {
            if (second % 10 == 0) world.Run.Regions.Cut("r-east", "r-west");
            else if (second % 10 == 1) world.Run.Regions.Mend("r-east", "r-west");
            world.RunTo(second.Seconds() + TimeSpan.FromMilliseconds(1));
            failed += world.Seen("r-east").Failing;
            world.RunTo((second + 1).Seconds());
        }

        Assert.Equal(6 * 100 / Math.E, failed, 0.5);
    }

    [Fact]
    public void What_is_too_much_for_the_survivors_fails_there()
    {
        // Four pods of 25 requests a second each in each cluster: 80 + 60 are more than 100.
        var load = new LoadSpec { ServiceTime = TimeSpan.FromMilliseconds(40), QueueMax = 20 };
        var world = new Regions { Load = load }.With("r-east", 60).With("r-west", 80).Dark("east", 5.Minutes()).RunTo(6.Minutes());
        world.Publish("west", "europe");
        world.RunTo(2.Hours());
        Assert.InRange(world.Seen("r-west").Failing, 20, 26);
        Assert.InRange(world.Seen("r-east").Failing, 15, 20);
        Assert.Equal(world.Seen("r-west").Failing, world.Seen("r-west", ObservationKind.UsersShort).Requests, 1);
    }

    private static UserSpec Pods(string cluster) => Regions.Users(Regions.RegionOf(cluster), 20) with { Cluster = cluster };
}
