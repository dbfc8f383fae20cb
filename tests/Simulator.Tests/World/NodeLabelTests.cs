using Simulator.Api;
using Simulator.ControlPlane.Versions;
using Simulator.World.Places;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.World;

/// <summary>What a kubelet of 1.3.10 writes on its node.</summary>
public sealed class NodeLabelTests
{
    private static ClusterSpec Cluster(LabelSet own, string machineType = "n1-standard-2", bool cloud = false) => new()
    {
        Name = "c",
        Region = "r",
        Zones = ["a"],
        NodePools = [new NodePoolSpec { Name = "p", Count = 1, Capacity = ResourceList.Empty, Labels = own, MachineType = machineType }],
        ControllerManager = new ControllerManagerOptions { CloudProvider = cloud },
    };

    private static Node NodeOf(ClusterSpec cluster) => NodeFactory.NodesOf(cluster).Single().Node;

    private static string Label(ClusterSpec cluster, string name) => NodeOf(cluster).Metadata.Labels.ValueOrEmpty(name);

    [Theory]
    [InlineData("beta.kubernetes.io/os", "linux")]
    [InlineData("beta.kubernetes.io/arch", "amd64")]
    [InlineData("kubernetes.io/hostname", "p-0001")]
    [InlineData("failure-domain.beta.kubernetes.io/zone", "a")]
    [InlineData("failure-domain.beta.kubernetes.io/region", "r")]
    [InlineData("beta.kubernetes.io/instance-type", "")]
    public void Every_node_says_what_it_is_and_where(string label, string value) =>
        Assert.Equal(value, Label(Cluster(LabelSet.Empty), label));

    [Theory]
    [InlineData("n1-standard-2", "n1-standard-2")]
    [InlineData("", "")]
    public void A_cloud_says_the_type_of_the_machine(string machineType, string value) =>
        Assert.Equal(value, Label(Cluster(LabelSet.Empty, machineType, cloud: true), WellKnownLabels.InstanceType));

    /// <summary>As --node-labels do.</summary>
    [Fact]
    public void Labels_of_a_pool_overwrite_what_the_kubelet_says_of_its_machine()
    {
        var cluster = Cluster(LabelSet.Of((WellKnownLabels.Arch, "arm64"), ("disk", "ssd")));
        Assert.Equal(
            ("arm64", "linux", "ssd"), (Label(cluster, WellKnownLabels.Arch), Label(cluster, WellKnownLabels.Os), Label(cluster, "disk")));
        Assert.Empty(NodeLabels.Contradictions(cluster, cluster.NodePools[0]));
    }

    [Theory]
    [InlineData("failure-domain.beta.kubernetes.io/zone", "b", "a")]
    [InlineData("failure-domain.beta.kubernetes.io/region", "s", "r")]
    [InlineData("kubernetes.io/hostname", "me", "p-0001")]
    [InlineData("beta.kubernetes.io/instance-type", "m4.large", "n1-standard-2")]
    public void Labels_that_the_nodes_would_not_have_are_named(string label, string wanted, string instead)
    {
        var cluster = Cluster(LabelSet.Of((label, wanted)), cloud: true);
        Assert.Equal((label, wanted, instead), Assert.Single(NodeLabels.Contradictions(cluster, cluster.NodePools[0])));
    }

    [Fact]
    public void Three_conditions_are_said_from_the_start() =>
        Assert.Equal(
            ["OutOfDisk=False", "MemoryPressure=False", "Ready=True"],
            NodeOf(Cluster(LabelSet.Empty)).Status.Conditions.Select(condition => $"{condition.Type}={condition.Status}"));
}
