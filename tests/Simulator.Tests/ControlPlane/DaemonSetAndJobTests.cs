using Simulator.Api;
using Simulator.ControlPlane.Controllers.DaemonSets;
using Simulator.ControlPlane.Controllers.Jobs;
using Xunit;

namespace Simulator.Tests.ControlPlane;

public sealed class DaemonSetAndJobTests
{
    private static readonly LabelSet Labels = LabelSet.Of(("app", "it"));

    private readonly InstantHost _daemons = new(new DaemonSetController(new DaemonSetOptions(), Instant.Start));
    private readonly InstantHost _jobs = new(new JobController(new JobOptions(), Instant.Start));

    [Fact]
    public void Daemons_run_on_cordoned_and_not_ready_nodes_but_not_where_the_disk_is_full()
    {
        _daemons.Put(NodeNamed("cordoned") with { Spec = new NodeSpec { Unschedulable = true } });
        _daemons.Put(WithCondition("dead", NodeConditionType.Ready, ConditionStatus.Unknown));
        _daemons.Put(WithCondition("full", NodeConditionType.OutOfDisk, ConditionStatus.True));
        _daemons.Put(Set);
        Assert.Equal(["cordoned", "dead"], _daemons.All<Pod>().Select(pod => pod.NodeName));
        Assert.Equal(new DaemonSetStatus { DesiredNumberScheduled = 2, CurrentNumberScheduled = 2 }, _daemons.Get<DaemonSet>("it").Status);
    }

    [Fact]
    public void A_failed_daemon_blocks_its_successor_until_it_is_removed()
    {
        _daemons.Put(NodeNamed("a"));
        _daemons.Put(Set);
        var first = Assert.Single(_daemons.All<Pod>());
        _daemons.Put(first with { Status = new PodStatus { Phase = PodPhase.Failed } });
        _daemons.RunUntil(TimeSpan.FromMinutes(10));
        Assert.Equal(first.Name, Assert.Single(_daemons.All<Pod>()).Name);
        _daemons.Delete(_daemons.Get<Pod>(first.Name));
        Assert.NotEqual(first.Name, Assert.Single(_daemons.All<Pod>()).Name);
    }

    [Fact]
    public void A_new_node_gets_its_daemon_at_once_and_a_free_one_at_the_resync()
    {
        _daemons.Put(WithCondition("full", NodeConditionType.OutOfDisk, ConditionStatus.True));
        _daemons.Put(Set);
        _daemons.Put(NodeNamed("new"));
        Assert.Equal(["new"], _daemons.All<Pod>().Select(pod => pod.NodeName));
        _daemons.Put(NodeNamed("full"));
        Assert.Single(_daemons.All<Pod>());
        _daemons.RunUntil(TimeSpan.FromSeconds(30));
        Assert.Equal(["full", "new"], _daemons.All<Pod>().Select(pod => pod.NodeName).Order());
    }

    [Fact]
    public void A_job_runs_its_parallelism_until_enough_have_succeeded()
    {
        _jobs.Put(Work with { Parallelism = 2, Completions = 3 });
        Assert.Equal(2, _jobs.All<Pod>().Count);
        End("it-1", PodPhase.Succeeded);
        Assert.Equal(3, _jobs.All<Pod>().Count);
        End("it-2", PodPhase.Succeeded);
        Assert.Equal(3, _jobs.All<Pod>().Count);
        End("it-3", PodPhase.Succeeded);
        var status = _jobs.Get<Job>("it").Status;
        Assert.Equal((3, 0, "Complete"), (status.Succeeded, status.Active, Assert.Single(status.Conditions).Type));
    }

    [Fact]
    public void A_failed_pod_is_replaced_at_once()
    {
        _jobs.Put(Work);
        for (var i = 1; i <= 20; i++) End($"it-{i}", PodPhase.Failed);
        Assert.Equal(21, _jobs.All<Pod>().Count);
        Assert.Equal(20, _jobs.Get<Job>("it").Status.Failed);
    }

    [Fact]
    public void A_deadline_is_seen_at_the_resync_only()
    {
        _jobs.Put(Work with { ActiveDeadline = TimeSpan.FromSeconds(60) });
        _jobs.RunUntil(TimeSpan.FromSeconds(599));
        Assert.False(_jobs.Get<Job>("it").Status.IsFinished);
        _jobs.RunUntil(TimeSpan.FromSeconds(600));
        Assert.Equal("Failed", Assert.Single(_jobs.Get<Job>("it").Status.Conditions).Type);
        Assert.Empty(_jobs.All<Pod>());
    }

    private static LabelSelector Selector { get; } = new() { MatchLabels = Labels };

    private static PodTemplate Template { get; } = new()
    {
        Labels = Labels,
        Spec = new PodSpec { Containers = [new Container { Name = "main" }] },
    };

    private static DaemonSet Set { get; } = new() { Metadata = Meta("it"), Selector = Selector, Template = Template };

    private static Job Work { get; } = new() { Metadata = Meta("it"), Completions = 1, Selector = Selector, Template = Template };

    private static ObjectMeta Meta(string name) => new() { Namespace = "default", Name = name };

    private static Node NodeNamed(string name) => new() { Metadata = new ObjectMeta { Name = name } };

    private static Node WithCondition(string name, string type, ConditionStatus status) =>
        NodeNamed(name) with { Status = new NodeStatus { Conditions = [new NodeCondition(type, status)] } };

    private void End(string name, PodPhase phase) => _jobs.Put(_jobs.Get<Pod>(name) with { Status = new PodStatus { Phase = phase } });
}
