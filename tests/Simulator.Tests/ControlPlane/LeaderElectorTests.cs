using Simulator.Api;
using Simulator.ControlPlane.Controllers.LeaderElection;
using Simulator.ControlPlane.Hosting;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>One candidate against an API server that answers at once.</summary>
public sealed class LeaderElectorTests
{
    private static readonly LeaderRecord Other = new("other", 15, 0, 0, 3);

    [Fact]
    public void A_free_lease_is_taken_at_once_and_renewed_every_two_seconds()
    {
        var (elector, host) = Candidate();
        host.RunUntil(TimeSpan.FromSeconds(7));
        Assert.True(elector.IsLeader);
        Assert.Equal(["GET Endpoints kube-scheduler", "POST Endpoints kube-scheduler"], host.Calls.Take(2));
        Assert.Equal(3, host.Calls.Count(call => call == "PUT Endpoints kube-scheduler"));
        Assert.Equal(new LeaderRecord("me", 15, 0, 6, 0), LeaderRecord.Of(host.Get<Endpoints>("kube-scheduler")));
    }

    /// <summary>By its own clock: the times in the record do not matter, only when it was seen to change.</summary>
    [Theory]
    [InlineData(0, 2, 16)]
    [InlineData(1, 4.4, 17.6)]
    public void A_lease_is_taken_over_when_it_was_seen_unchanged_for_its_duration(double jitter, double period, double takenAt)
    {
        var (elector, host) = Candidate(jitter);
        host.Put(Other.WrittenTo(Lease));
        host.RunUntil(TimeSpan.FromSeconds(takenAt - 0.001));
        Assert.False(elector.IsLeader);
        Assert.Equal((int)(takenAt / period), host.Calls.Count);
        host.RunUntil(TimeSpan.FromSeconds(takenAt));
        Assert.True(elector.IsLeader);
        Assert.Equal(new LeaderRecord("me", 15, (long)takenAt, (long)takenAt, 4), LeaderRecord.Of(host.Get<Endpoints>("kube-scheduler")));
    }

    [Fact]
    public void A_renewed_lease_is_left_alone()
    {
        var (elector, host) = Candidate();
        for (var second = 0; second < 120; second += 2)
        {
            host.Put((Other with { RenewedAt = second }).WrittenTo(Lease));
            host.RunUntil(TimeSpan.FromSeconds(second));
        }

        host.RunUntil(TimeSpan.FromSeconds(132));
        Assert.False(elector.IsLeader);
        host.RunUntil(TimeSpan.FromSeconds(136));
        Assert.True(elector.IsLeader);
    }

    [Fact]
    public void A_leader_that_cannot_renew_for_ten_seconds_has_lost()
    {
        var (elector, host) = Candidate();
        host.RunUntil(TimeSpan.FromSeconds(4));
        host.Fault = _ => ApiResult.Unavailable;
        host.RunUntil(TimeSpan.FromSeconds(13.9));
        Assert.True(elector.IsLeader);
        host.RunUntil(TimeSpan.FromSeconds(14));
        Assert.False(elector.IsLeader);
        Assert.True(elector.IsLost);
        Assert.Null(elector.NextWake);
    }

    /// <summary>The last success is at 4 s, the deadline begins with the next try.</summary>
    [Theory]
    [InlineData(HangingRenewals.AreAwaited, 1000, true)]
    [InlineData(HangingRenewals.EndAtDeadline, 15.9, true)]
    [InlineData(HangingRenewals.EndAtDeadline, 16, false)]
    public void A_renewal_that_hangs_ends_at_the_deadline_or_never(HangingRenewals hanging, double seconds, bool leads)
    {
        var (elector, host) = Candidate(hanging: hanging);
        host.RunUntil(TimeSpan.FromSeconds(4));
        var unanswered = new List<ApiRequest>();
        for (var now = elector.NextWake; now is { } at && at <= Instant.FromSeconds(seconds); now = elector.NextWake)
        {
            elector.Wake(at);
            elector.TakeRequests(unanswered);
        }

        Assert.Single(unanswered);
        Assert.Equal((leads, !leads), (elector.IsLeader, elector.IsLost));
    }

    [Fact]
    public void One_renewal_in_time_is_enough()
    {
        var (elector, host) = Candidate();
        host.RunUntil(TimeSpan.FromSeconds(4));
        host.Fault = _ => ApiResult.Unavailable;
        host.RunUntil(TimeSpan.FromSeconds(13));
        host.Fault = _ => ApiResult.Ok;
        host.RunUntil(TimeSpan.FromSeconds(60));
        Assert.True(elector.IsLeader);
        Assert.Equal(0, LeaderRecord.Of(host.Get<Endpoints>("kube-scheduler"))!.AcquiredAt);
    }

    [Fact]
    public void Who_loses_the_race_for_a_free_lease_waits()
    {
        var (elector, host) = Candidate();
        host.Fault = request => request is CreateRequest ? ApiResult.AlreadyExists : ApiResult.Ok;
        host.RunUntil(TimeSpan.FromSeconds(1));
        Assert.False(elector.IsLeader);
        Assert.Equal(Instant.FromSeconds(2), elector.NextWake);
    }

    private static Endpoints Lease => new() { Metadata = new ObjectMeta { Name = "kube-scheduler", Namespace = "kube-system" } };

    private static (LeaderElector Elector, InstantHost Host) Candidate(
        double jitter = 0, HangingRenewals hanging = HangingRenewals.AreAwaited)
    {
        var elector = new LeaderElector(new LeaderElectionOptions(), "kube-scheduler", "me", Instant.Start, () => jitter, hanging);
        return (elector, new InstantHost(elector));
    }
}
