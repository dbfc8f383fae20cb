using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Xunit;

namespace Simulator.Tests.ControlPlane.Scheduling;

/// <summary>The loop around the decisions, told everything by hand.</summary>
public sealed class SchedulerLoopTests : IDecisionPace
{
    private readonly Scheduler _scheduler;
    private Instant _now = Instant.Start;

    public SchedulerLoopTests() =>
        _scheduler = new Scheduler(SchedulingAlgorithm.Default(new SchedulerSettings()), new SchedulerSettings(), this);

    TimeSpan IDecisionPace.DurationFor(int nodes) => TimeSpan.FromMilliseconds(10);

    [Fact]
    public void A_decision_takes_its_time_and_the_next_one_does_not_wait_for_the_binding()
    {
        See(SmallCluster.Node("n", "cpu=10"));
        See(SmallCluster.Pod("a"));
        See(SmallCluster.Pod("b"));
        Assert.Empty(RunUntil(9));
        Assert.Equal("a -> n", Text(RunUntil(10)));
        Assert.Equal("b -> n", Text(RunUntil(20)));
    }

    [Fact]
    public void A_failed_bind_blocks_its_node_for_thirty_seconds_while_the_pod_is_tried_elsewhere()
    {
        See(SmallCluster.Node("n1", "cpu=10"));
        See(SmallCluster.Pod("a", "cpu=8"));
        var bind = Assert.IsType<BindRequest>(RunUntil(10).Single());
        _scheduler.Complete(new ApiResponse(bind, ApiResult.Conflict), _now);
        var answer = Requests();
        Assert.Equal(
            "BindingRejected",
            Assert.IsType<UpdateStatusRequest>(answer.Single(request => request is UpdateStatusRequest)).Object is Pod pod
                ? pod.Status.Scheduled!.Reason
                : "");

        See(SmallCluster.Pod("b", "cpu=8"));
        Assert.DoesNotContain(RunUntil(29_000), request => request is BindRequest);
        RunUntil(31_500);
        See(SmallCluster.Pod("c", "cpu=8"));
        Assert.Contains(RunUntil(32_000), request => request is BindRequest);
    }

    [Fact]
    public void The_second_failure_changes_nothing_in_the_pods_condition()
    {
        See(SmallCluster.Node("n", "cpu=1"));
        See(SmallCluster.Pod("big", "cpu=5"));
        var update = Assert.IsType<UpdateStatusRequest>(RunUntil(10).Single(request => request is UpdateStatusRequest));
        var marked = (Pod)update.Object;
        _scheduler.Deliver(new WatchEvent(WatchEventType.Modified, marked, SmallCluster.Pod("big", "cpu=5")), _now);

        // Tried again at once, because the watch showed a change.
        var second = RunUntil(20);
        Assert.Single(second, request => request is EventRequest { Reason: "FailedScheduling" });
        Assert.DoesNotContain(second, request => request is UpdateStatusRequest);
    }

    [Fact]
    public void A_pod_of_another_scheduler_is_thrown_away()
    {
        See(SmallCluster.Node("n", "cpu=10"));
        var pod = SmallCluster.Pod("other");
        See(pod with { Spec = pod.Spec with { SchedulerName = "mine" } });
        Assert.Empty(RunUntil(1_000));
    }

    [Fact]
    public void A_retry_whose_pod_cannot_be_fetched_is_given_up()
    {
        See(SmallCluster.Node("n", "cpu=1"));
        See(SmallCluster.Pod("big", "cpu=5"));
        var get = Assert.IsType<GetRequest>(RunUntil(1_100).Single(request => request is GetRequest));
        _scheduler.Complete(new ApiResponse(get, ApiResult.Unavailable), _now);
        Assert.Empty(RunUntil(120_000));
    }

    private static string Text(List<ApiRequest> requests) =>
        string.Join(", ", requests.OfType<BindRequest>().Select(bind => $"{bind.Pod.Name} -> {bind.NodeName}"));

    private void See(ApiObject value) => _scheduler.Deliver(new WatchEvent(WatchEventType.Added, value, null), _now);

    private List<ApiRequest> RunUntil(int milliseconds)
    {
        var until = Instant.FromMilliseconds(milliseconds);
        while (_scheduler.NextWake is { } wake && wake <= until)
        {
            _now = wake > _now ? wake : _now;
            _scheduler.Wake(_now);
        }

        _now = until;
        return Requests();
    }

    private List<ApiRequest> Requests()
    {
        var requests = new List<ApiRequest>();
        _scheduler.TakeRequests(requests);
        return requests;
    }
}
