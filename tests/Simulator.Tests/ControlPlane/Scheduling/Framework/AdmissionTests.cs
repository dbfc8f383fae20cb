using Simulator.Api;
using Simulator.ControlPlane.Versions;
using Xunit;

namespace Simulator.Tests.ControlPlane.Scheduling.Framework;

/// <summary>What kubelets of the versions make of a pod that was bound to them.</summary>
public sealed class AdmissionTests
{
    [Theory]
    [InlineData("1.3.10", "MatchNodeSelector")]
    [InlineData("1.20.2", null)]
    public void A_pod_that_asks_for_the_node_by_its_name(string version, string? refusal) =>
        Assert.Equal(refusal, Check(version, Asking(new NodeSelectorTerm([]) { MatchFields = [new("metadata.name", "In", ["n"])] })));

    [Theory]
    [InlineData("1.3.10", "MatchNodeSelector")]
    [InlineData("1.20.2", "NodeAffinity")]
    public void A_pod_of_another_node(string version, string refusal) =>
        Assert.Equal(refusal, Check(version, Asking(new NodeSelectorTerm([new("zone", "In", ["elsewhere"])]))));

    [Theory]
    [InlineData("1.3.10", "TCP", "PodFitsHostPorts")]
    [InlineData("1.20.2", "TCP", "NodePorts")]
    [InlineData("1.3.10", "UDP", "PodFitsHostPorts")]
    [InlineData("1.20.2", "UDP", null)]
    public void A_host_port_that_is_taken(string version, string protocol, string? refusal) =>
        Assert.Equal(refusal, Check(version, OnPort("new", protocol), OnPort("old", "TCP")));

    [Theory]
    [InlineData("cpu", "1500m", "Insufficient cpu")]
    [InlineData("ephemeral-storage", "2Gi", "Insufficient ephemeral-storage")]
    [InlineData("example.com/there", "2", "Insufficient example.com/there")]
    [InlineData("example.com/nowhere", "2", null)]
    public void What_a_node_lacks_and_what_it_does_not_know(string resource, string amount, string? refusal) =>
        Assert.Equal(refusal, Check("1.20.2", Wanting("new", (resource, amount)), Wanting("old", ("cpu", "1"))));

    [Fact]
    public void The_last_place_is_taken() =>
        Assert.Equal("Insufficient pods", Check("1.20.2", Wanting("new"), Wanting("a"), Wanting("b")));

    private static string? Check(string version, Pod pod, params Pod[] others)
    {
        var admission = KubernetesVersions.Find(version)!.Kubelet.Admission();
        admission.Begin(new Node
        {
            Metadata = new ObjectMeta { Name = "n", Labels = LabelSet.Of(("zone", "a")) },
            Status = new NodeStatus
            {
                Allocatable = Amounts(
                    ("cpu", "2"), ("memory", "4Gi"), ("ephemeral-storage", "1Gi"), ("pods", "2"), ("example.com/there", "1")),
            },
        });
        foreach (var other in others) admission.Add(other);
        return admission.Check(pod).Reason;
    }

    private static Pod Asking(NodeSelectorTerm term) => Of("new", new PodSpec
    {
        Affinity = new Affinity { NodeAffinity = new NodeAffinity { Required = new NodeSelector([term]) } },
    });

    private static Pod OnPort(string name, string protocol) => Of(name, new PodSpec
    {
        Containers = [new Container { Name = "c", Image = "a", Ports = [new ContainerPort("", 80, 8080, protocol)] }],
    });

    private static Pod Wanting(string name, params (string Resource, string Amount)[] requests) => Of(name, new PodSpec
    {
        Containers = [new Container { Name = "c", Image = "a", Requests = Amounts(requests) }],
    });

    private static Pod Of(string name, PodSpec spec) =>
        new() { Metadata = new ObjectMeta { Namespace = "default", Name = name, Uid = name }, Spec = spec };

    private static ResourceList Amounts(params (string Resource, string Amount)[] amounts) =>
        ResourceList.Of([.. amounts.Select(entry => (entry.Resource, Quantity.Parse(entry.Amount)))]);
}
