using Simulator.Api;
using Simulator.ControlPlane.Controllers.ReplicaSets;
using Simulator.ControlPlane.Controllers.Replication;
using Simulator.ControlPlane.Scheduling;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>A ReplicaSet whose pods are only counted says of them what a look at each would say.</summary>
public sealed class CountedReplicaTests
{
    private static readonly LabelSet Web = LabelSet.Of(("app", "web"));

    private readonly InstantHost _host = new(new ReplicaSetController(new ReplicaSetOptions(), Instant.Start, ReplicaKind.ReplicaSets));

    private ulong _draws;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 7)]
    [InlineData(5, 7)]
    public void The_status_is_right_after_every_change(ulong seed, int minReadySeconds)
    {
        var order = new DecisionOrder(seed);
        _host.Put(Set(replicas: 6, minReadySeconds));
        for (var step = 0; step < 300; step++)
        {
            var pods = _host.All<Pod>();
            Change(Below(8), pods.Count == 0 ? null : pods[Below(pods.Count)]);
            _host.RunUntil(_host.Now.SinceStart + TimeSpan.FromSeconds(1));
            IsRight($"seed {seed}, step {step}", minReadySeconds);
        }

        int Below(int count) => (int)(order.RankOf("", _draws++, "") % (ulong)count);
    }

    private void Change(int kind, Pod? pod)
    {
        switch (kind)
        {
            case 0 or 1 or 2 when pod is not null: Tell(pod, ConditionStatus.True); break;
            case 3 when pod is not null: Tell(pod, ConditionStatus.False); break;
            case 4 when pod is not null: _host.Put(pod with { Metadata = pod.Metadata with { DeletionTimestamp = _host.Now } }); break;
            case 5 when pod is not null: _host.Put(pod with { Status = pod.Status with { Phase = PodPhase.Failed } }); break;
            case 6 when pod is not null: _host.Delete(pod); break;

            // Labels that say the same in another instance, or more than the template.
            case 7 when pod is not null:
                _host.Put(pod with { Metadata = pod.Metadata with { Labels = LabelSet.Of(("app", "web"), ("more", pod.Name)) } });
                break;
            default: _host.Put(_host.Get<ReplicaSet>("web") with { Replicas = 4 + (_host.Calls.Count % 4) }); break;
        }
    }

    private void Tell(Pod pod, ConditionStatus ready) => _host.Put(pod with
    {
        Status = pod.Status with { Phase = PodPhase.Running, Ready = new Condition(ready, "", _host.Now) },
    });

    private void IsRight(string where, int minReadySeconds)
    {
        var (set, active) = (_host.Get<ReplicaSet>("web"), _host.All<Pod>().Where(pod => pod.IsActive).ToList());
        var status = set.Status;
        Assert.True(active.Count == set.Replicas, $"{where}: {active.Count} active pods of {set.Replicas}");
        Assert.True(status.ReadyReplicas == active.Count(pod => pod.IsReady), $"{where}: {status.ReadyReplicas} are told to be ready");
        Assert.True(
            status.FullyLabeledReplicas <= status.Replicas && status.AvailableReplicas <= status.ReadyReplicas, $"{where}: {status}");
        if (minReadySeconds == 0) Assert.Equal(status.ReadyReplicas, status.AvailableReplicas);
    }

    private static ReplicaSet Set(int replicas, int minReadySeconds) => new()
    {
        Metadata = new ObjectMeta { Name = "web", Namespace = "default", Uid = "uid-web" },
        Replicas = replicas,
        MinReadySeconds = minReadySeconds,
        Selector = new LabelSelector { MatchLabels = Web },
        Template = new PodTemplate { Labels = Web, Spec = new PodSpec { Containers = [new Container { Name = "c" }] } },
    };
}
