using Simulator.Api;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Controllers.Ownership;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>The deployment controller alone: the test plays the ReplicaSet controller and the kubelets.</summary>
public sealed class DeploymentControllerTests
{
    private readonly InstantHost _host = new(new DeploymentController(new DeploymentOptions(), Instant.Start));

    [Fact]
    public void A_new_deployment_gets_a_set_of_its_size_named_after_its_template()
    {
        _host.Put(Web("v1", replicas: 3));

        var set = Assert.Single(_host.All<ReplicaSet>());
        var hash = TemplateHash.Of(Web("v1", 3).Template);
        Assert.Equal(($"web-{hash}", 3), (set.Name, set.Replicas));
        Assert.Equal(hash, set.Template.Labels[WellKnownLabels.PodTemplateHash]);
        Assert.Equal(hash, set.Selector!.MatchLabels[WellKnownLabels.PodTemplateHash]);
        Assert.Equal("1", set.Metadata.Annotations[WellKnownAnnotations.DeploymentRevision]);
        Assert.Equal("1", _host.Get<Deployment>("web").Metadata.Annotations[WellKnownAnnotations.DeploymentRevision]);
    }

    [Theory]
    [InlineData("1", "1", 5, 3)]
    [InlineData("25%", "25%", 5, 3)]
    [InlineData("50%", "0", 6, 4)]
    [InlineData("0", "1", 4, 3)]
    public void The_first_step_keeps_between_the_fenceposts(string surge, string unavailable, int most, int fewest)
    {
        Roll(surge, unavailable);

        var sets = _host.All<ReplicaSet>();
        Assert.Equal(2, sets.Count);
        Assert.True(sets.Sum(set => set.Replicas) <= most);
        Assert.Equal(fewest, sets.Single(set => ImageOf(set) == "v1").Replicas);
    }

    [Fact]
    public void Goes_on_as_new_pods_become_ready_until_all_are_new()
    {
        Roll("1", "1");
        for (var i = 0; i < 10; i++) Obey();

        Assert.Equal([("v1", 0), ("v2", 4)], Sizes());
        Assert.Equal(
            new DeploymentStatus { Replicas = 4, UpdatedReplicas = 4, AvailableReplicas = 4 }, _host.Get<Deployment>("web").Status);
    }

    [Fact]
    public void A_paused_deployment_is_not_touched()
    {
        _host.Put(Web("v1", 4));
        Obey();
        _host.Put(_host.Get<Deployment>("web") with { Paused = true, Replicas = 9, Template = Template("v2") });
        Assert.Equal([("v1", 4)], Sizes());
    }

    [Fact]
    public void Recreate_takes_all_old_pods_away_before_it_makes_a_new_set()
    {
        _host.Put(Web("v1", 4) with { Strategy = "Recreate" });
        Obey();
        _host.Calls.Clear();
        _host.Put(_host.Get<Deployment>("web") with { Template = Template("v2") });
        Assert.True(_host.Calls.FindIndex(call => call.StartsWith(
            "PUT ReplicaSet", StringComparison.Ordinal)) < _host.Calls.FindIndex(call => call.StartsWith(
            "POST ReplicaSet", StringComparison.Ordinal)));
        Assert.Equal([("v1", 0), ("v2", 4)], Sizes());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Rolls_back_to_a_revision_or_the_last(long revision)
    {
        Roll("1", "1");
        for (var i = 0; i < 10; i++) Obey();
        _host.Put(_host.Get<Deployment>("web") with { RollbackTo = revision });
        for (var i = 0; i < 10; i++) Obey();

        var web = _host.Get<Deployment>("web");
        Assert.Null(web.RollbackTo);
        Assert.Equal("v1", web.Template.Spec.Containers[0].Image);
        Assert.Equal("3", web.Metadata.Annotations[WellKnownAnnotations.DeploymentRevision]);
        Assert.Equal([("v1", 4), ("v2", 0)], Sizes());
    }

    [Fact]
    public void History_beyond_the_limit_goes()
    {
        _host.Put(Web("v1", 2) with { RevisionHistoryLimit = 0 });
        Obey();
        _host.Put(_host.Get<Deployment>("web") with { Template = Template("v2") });
        for (var i = 0; i < 10; i++) Obey();
        Assert.Equal([("v2", 2)], Sizes());
    }

    [Fact]
    public void Only_the_resync_sees_that_the_ready_seconds_are_over()
    {
        _host.Put(Web("v1", 1) with { MinReadySeconds = 10 });
        Obey();
        Assert.Equal(0, _host.Get<Deployment>("web").Status.AvailableReplicas);
        _host.RunUntil(TimeSpan.FromSeconds(29));
        Assert.Equal(0, _host.Get<Deployment>("web").Status.AvailableReplicas);
        _host.RunUntil(TimeSpan.FromSeconds(30));
        Assert.Equal(1, _host.Get<Deployment>("web").Status.AvailableReplicas);
    }

    private void Roll(string surge, string unavailable)
    {
        _host.Put(Web("v1", 4) with { MaxSurge = surge, MaxUnavailable = unavailable });
        Obey();
        _host.Put(_host.Get<Deployment>("web") with { Template = Template("v2") });
    }

    /// <summary>Every ReplicaSet has the pods it wants, all ready.</summary>
    private void Obey()
    {
        foreach (var set in _host.All<ReplicaSet>())
        {
            var pods = _host.All<Pod>().Where(pod => pod.Metadata.CreatedBy!.Key == set.Key).ToList();
            foreach (var pod in pods.Skip(set.Replicas)) _host.Delete(pod);
            for (var i = pods.Count; i < set.Replicas; i++) _host.Put(ReadyPod(set, i));
            _host.Put(_host.Get<ReplicaSet>(set.Name) with
            {
                Status = new ReplicaStatus { Replicas = set.Replicas, FullyLabeledReplicas = set.Replicas },
            });
        }
    }

    private Pod ReadyPod(ReplicaSet set, int number)
    {
        var pod = ControlledPod.From(set.Template, ControlledPod.ReferenceTo(set));
        return pod with
        {
            Metadata = pod.Metadata with { Name = $"{set.Name}-{number}" },
            Status = new PodStatus { Phase = PodPhase.Running, Ready = new Condition(ConditionStatus.True, "", _host.Now) },
        };
    }

    private IEnumerable<(string, int)> Sizes() => _host.All<ReplicaSet>().Select(set => (ImageOf(set), set.Replicas)).Order();

    private static string ImageOf(ReplicaSet set) => set.Template.Spec.Containers[0].Image;

    private static PodTemplate Template(string image) => new()
    {
        Labels = LabelSet.Of(("app", "web")),
        Spec = new PodSpec { Containers = [new Container { Name = "main", Image = image }] },
    };

    private static Deployment Web(string image, int replicas) => new()
    {
        Metadata = new ObjectMeta { Namespace = "default", Name = "web" },
        Replicas = replicas,
        Selector = new LabelSelector { MatchLabels = LabelSet.Of(("app", "web")) },
        Template = Template(image),
    };
}
