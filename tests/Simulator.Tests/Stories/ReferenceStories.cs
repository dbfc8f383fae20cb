using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Pods that need ConfigMaps and Secrets.</summary>
public sealed class ReferenceStories
{
    private static readonly ConfigMap Settings = new()
    {
        Metadata = new ObjectMeta { Name = "settings", Namespace = "default" },
        Keys = ["mode"],
    };

    [Fact]
    public void Pod_with_a_volume_of_a_missing_config_map_starts_when_it_appears()
    {
        var volume = new Volume { Name = "v", Data = new DataReference("ConfigMap", "settings", []) };
        var cluster = Pod(new PodSpec { Containers = [new Container { Name = "c", Image = "i" }], Volumes = [volume] })
            .With(20.Seconds(), Settings)
            .RunFor(20.Seconds());
        Assert.Equal(PodPhase.Pending, Single(cluster).Status.Phase);
        Assert.True(Single(cluster).IsAssigned);

        // Tries after 0.5, 1, 2, ... seconds: at about 17 s and 33 s.
        cluster.RunFor(25.Seconds());
        Assert.InRange(Assert.Single(cluster.Of(ObservationKind.PodServing)).At.TotalSeconds, 31, 36);
    }

    [Fact]
    public void Container_whose_environment_is_missing_is_tried_every_ten_to_fifteen_seconds()
    {
        var container = new Container { Name = "c", Image = "i", EnvironmentFrom = [new DataReference("ConfigMap", "settings", ["mode"])] };
        var cluster = Pod(new PodSpec { Containers = [container] }).With(20.Seconds(), Settings).RunFor(20.Seconds());
        Assert.Equal(PodPhase.Pending, Single(cluster).Status.Phase);
        cluster.RunFor(20.Seconds());
        Assert.InRange(Assert.Single(cluster.Of(ObservationKind.PodServing)).At.TotalSeconds, 20, 37);
    }

    [Fact]
    public void What_is_there_holds_nothing_up()
    {
        var volume = new Volume { Name = "v", Data = new DataReference("ConfigMap", "settings", ["mode"]) };
        var spec = new PodSpec
        {
            Containers = [new Container
            {
                Name = "c",
                Image = "i",
                EnvironmentFrom = [new DataReference("ConfigMap", "settings", ["mode"])],
            }],
            Volumes = [volume],
        };
        var cluster = Pod(spec, Settings).RunFor(10.Seconds());
        Assert.True(Single(cluster).IsReady);
    }

    private static Story Pod(PodSpec spec, params ApiObject[] before) => Story.Of(nodesPerZone: 1, start: ClusterStart.Empty)
        .With(
            1.Seconds(),
            [.. before, new Pod
            {
                Metadata = new ObjectMeta { Name = "p", Namespace = "default", Labels = LabelSet.Of(("app", "p")) },
                Spec = spec,
            }]);

    private static Pod Single(Story cluster) => Assert.Single(cluster.Pods("p"));
}
