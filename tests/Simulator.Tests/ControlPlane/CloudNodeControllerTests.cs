using Simulator.Api;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Hosting;
using Simulator.Tests.Stories;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>Nodes whose machine the cloud no longer has, under 1.20.</summary>
public sealed class CloudNodeControllerTests : ICloudInstances
{
    private readonly HashSet<string> _machines = ["n1", "n2", "n3"];
    private readonly InstantHost _host;

    public CloudNodeControllerTests() =>
        _host = new InstantHost(new CloudNodeController(5.Seconds(), Instant.Start, this, NameOrder.Instance));

    public bool Exists(string node) => _machines.Contains(node);

    [Fact]
    public void A_node_that_is_not_ready_and_has_no_machine_is_deleted_at_the_next_pass()
    {
        foreach (var name in new[] { "n1", "n2", "n3" }) _host.Put(Node(name, ConditionStatus.True));
        _machines.Remove("n1");
        _host.RunUntil(7.Seconds());
        Assert.Empty(_host.Calls);

        _host.Put(Node("n1", ConditionStatus.Unknown));
        _host.Put(Node("n2", ConditionStatus.False));
        _host.RunUntil(9.Seconds());
        Assert.Empty(_host.Calls);
        _host.RunUntil(10.Seconds());
        Assert.Equal(["DELETE Node n1"], _host.Calls);
        Assert.Equal("Deleting node n1 because it does not exist in the cloud provider", Assert.Single(_host.Events).Message);
        _host.RunUntil(1.Minutes());
        Assert.Single(_host.Calls);
    }

    private static Node Node(string name, ConditionStatus ready) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Status = new NodeStatus { Conditions = [new NodeCondition(NodeConditionType.Ready, ready)] },
    };
}
