using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Populations;
using Simulator.Reports.Summaries;
using Simulator.Reports.Tables;
using Simulator.Tests.Stories;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Reports;

/// <summary>What is told of users of federated services after a region went dark.</summary>
public sealed class PopulationTests
{
    private static readonly Lazy<(RunRecorder Run, Summary Summary)> Dark = new(() => Tell(new Regions
    {
        Witness = Recorder,
        Duration = 2.Hours(),
        Load = new LoadSpec { ServiceTime = TimeSpan.FromMilliseconds(10) },
    }));

    private static RunRecorder? _recorder;

    [Fact]
    public void The_way_back_is_told_in_parts_that_add_up_to_the_whole()
    {
        var path = RowsOf("r-east").Path;
        var phases = FailoverPath.Of(Life("r-east"), 5.Minutes(), noticed: null, 2.Hours())!;
        Assert.Equal("1 min until DNS led elsewhere, 3 min of TTL, 29 min 1 s of stale caches", path);
        Assert.Equal(RowsOf("r-east").Served99, phases.Phases.Sum(phase => phase.Seconds));
        Assert.Equal([FailoverCause.Dns, FailoverCause.Ttl, FailoverCause.StaleCaches], phases.Phases.Select(phase => phase.Cause));
        Assert.Equal(phases.Phases.Skip(1).Select(phase => phase.From), phases.Phases.SkipLast(1).Select(phase => phase.Until));
    }

    [Fact]
    public void Who_was_not_struck_has_no_way_back()
    {
        Assert.Equal(("", (double?)null), (RowsOf("r-west").Path, RowsOf("r-west").Served99));
        Assert.False(Dark.Value.Summary.Measures.ContainsKey("users.served.r-west"));
    }

    [Fact]
    public void Measures_count_each_request_of_users_once()
    {
        var measures = Dark.Value.Summary.Measures;
        Assert.Equal(150 * 7200, measures["requests.total"], 0.001 * 150 * 7200);
        Assert.Equal(measures["requests.failed"], RowsOf("r-east").Failed, 10.0);
        Assert.Equal(1, measures["users.answered.r-west"]);

        // A minute until DNS, then the caches: half the TTL of those who obey, half of 5 min of those who linger, 20 min of the others.
        var failed = 100 * (60 + (0.85 * 90) + (0.1 * 150) + (0.05 * 1200));
        Assert.InRange(RowsOf("r-east").Failed, 0.98 * failed, 1.02 * failed);
        Assert.InRange(measures["users.staleFailed"], 0.98 * (failed - 6000), 1.02 * (failed - 6000));
        Assert.Equal(6000, measures["users.misledFailed"], 60.0);
        Assert.Equal(60, measures["users.firstServed.r-east"], 2.0);
        Assert.Equal(60 + (1200 * Math.Log(5)), measures["users.served.r-east"], 60.0);
    }

    [Fact]
    public void The_first_sentence_tells_who_waited_for_what()
    {
        var answer = Dark.Value.Summary.Answer;
        Assert.StartsWith("Users in r-east had web back 33 min 1 s after the outage began (the first of them after 1 min 1 s): ", answer);
        Assert.Contains("1 min until DNS led elsewhere, 3 min of TTL, 29 min 1 s of stale caches; ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Survivors_carry_what_the_dark_region_had()
    {
        var survivors = Dark.Value.Summary.Survivors!;
        Assert.Equal(["east", "west", "europe"], survivors.Select(row => row.Cluster));
        Assert.Equal((50, 150), (survivors[1].Before, Math.Round(survivors[1].Most)));
    }

    [Fact]
    public void Users_csv_has_a_row_of_all_and_one_for_each_cluster_at_every_moment()
    {
        using var text = new StringWriter();
        PopulationTable.Write(text, Dark.Value.Run);
        var rows = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("time_s,users,service,cluster,requests,failed,slow,stale,p50_s,p99_s", rows[0]);
        Assert.Contains(rows, row => row.StartsWith("360,r-east,default/web,,100,100,0,0,", StringComparison.Ordinal));
        Assert.Contains("360,r-east,default/web,east,100,100,,,,", rows);
    }

    [Fact]
    public void Users_that_fail_without_an_outage_are_told_with_the_reason()
    {
        var world = new Regions { Witness = Recorder, Duration = 1.Hours(), Having = [] }.With("r-east", 10).RunTo(1.Hours());
        Assert.Equal(3600 * 10, world.Seen("r-east").Failing * 3600);
        var finding = Assert.Single(Sum(world).Findings, finding => finding.Kind == "users-unserved");
        Assert.Equal("36,000 of 36,000 requests of users in r-east to web failed: DNS led them nowhere.", finding.Sentence);
    }

    [Theory]
    [InlineData(70, 5, "1 min until DNS led elsewhere, 3 min of TTL, 11 min of stale caches")]
    [InlineData(5, 70, "1 min until DNS led elsewhere, 3 min of TTL, capacity short for 10 min, 1 min of stale caches")]
    public void What_ends_first_is_told_if_it_weighs_more(long stale, long lacking, string expected)
    {
        var world = new Regions { Duration = 1.Hours() }.With("r-east", 100).Dark("east", 5.Minutes(), 50.Minutes());
        var recorder = new RunRecorder(world.Run.Scenario);
        var name = world.Run.Scenario.Users[0].Name;
        Tell(0, ObservationKind.UsersAnswerChanged, 180_000_000, 0, "198.18.0.1");
        See(0, 0, 0);
        recorder.Observe(new Observation(5.Minutes(), ObservationKind.OutageStarted, "east", "r-east", nameof(OutageKind.PowerLoss)));
        See(5, 0, 0, failed: 100);
        Tell(6, ObservationKind.UsersAnswerChanged, 180_000_000, 0, "198.18.1.1");
        See(6, stale: 80, lacking: 0);
        See(9, stale, lacking);
        See(19, stale: 5, lacking: 0);
        See(20, 0, 0);
        recorder.Observe(new Observation(1.Hours(), ObservationKind.RunEnded, "east", ""));
        Assert.Equal(expected, Assert.Single(Summary.From(recorder, new RunFacts { Digest = "", Version = "0" }).Populations!).Path);

        void See(int minute, long stale, long lacking, long? failed = null)
        {
            Tell(minute, ObservationKind.UsersStale, stale, stale);
            Tell(minute, ObservationKind.UsersShort, lacking, 0);
            Tell(minute, ObservationKind.UsersChanged, 100, failed ?? stale + lacking);
        }

        void Tell(int minute, ObservationKind kind, long value, long extra, string other = "") =>
            recorder.Observe(new Observation(minute.Minutes(), kind, "", name, other, value, extra));
    }

    private static PopulationLife Life(string region) => Dark.Value.Run.Populations.Single(life => life.Users.Region == region);

    private static PopulationRow RowsOf(string region) => Dark.Value.Summary.Populations!.Single(row => row.Users == region);

    private static RunRecorder Recorder(Scenario scenario) => _recorder = new RunRecorder(scenario);

    private static (RunRecorder, Summary) Tell(Regions world)
    {
        world.With("r-east", 100).With("r-west", 50).Dark("east", 5.Minutes(), 1.Hours()).RunTo(6.Minutes());
        var recorder = _recorder!;
        world.Publish("west", "europe");
        world.RunTo(2.Hours());
        return (recorder, Sum(world, recorder));
    }

    private static Summary Sum(Regions world, RunRecorder? recorder = null)
    {
        world.Run.Advance(TimeSpan.FromDays(1));
        return Summary.From(recorder ?? _recorder!, new RunFacts { Digest = world.Run.Digest, Version = "0" });
    }
}
