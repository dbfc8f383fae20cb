using Simulator.Api;
using Simulator.ControlPlane.Controllers.AttachDetach;
using Simulator.ControlPlane.Hosting;
using Simulator.Tests.Stories;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>The attach/detach controller where answers are late.</summary>
public sealed class SlowDetachmentTests
{
    private readonly InstantHost _host = new(new AttachDetachController(new AttachDetachOptions(), Instant.Start, []));

    [Fact]
    public void What_is_detached_while_a_pass_waits_for_an_answer_is_left_alone()
    {
        Use("data", "n1");
        Use("more", "n2");
        _host.RunUntil(10.Seconds());
        Assert.Contains("ATTACH data n1", _host.Calls);
        Assert.Contains("ATTACH more n2", _host.Calls);

        // A pass has begun to detach the one; the next waits for the node of the other while that ends.
        _host.Holds = request => request is DetachDiskRequest;
        Free("more", "n2");
        _host.RunUntil(20.Seconds());
        _host.Holds = request => request is PatchVolumesAttachedRequest;
        Free("data", "n1");
        _host.RunUntil(30.Seconds());
        Assert.DoesNotContain("DETACH data n1", _host.Calls);
        _host.Release();
        _host.RunUntil(40.Seconds());
        Assert.Contains("DETACH data n1", _host.Calls);
        Assert.Single(_host.Calls, "DETACH more n2");
    }

    private void Use(string disk, string node)
    {
        _host.Put(Node(node));
        _host.Put(Pod(disk, node));
        _host.RunUntil(_host.Now.SinceStart + 2.Seconds());
        _host.Put(Node(node, $"kubernetes.io/gce-pd/{disk}"));
    }

    private void Free(string disk, string node)
    {
        _host.Delete(Pod(disk, node));
        _host.Put(Node(node));
    }

    private static Node Node(string name, params string[] inUse) =>
        new() { Metadata = new ObjectMeta { Name = name }, Status = new NodeStatus { VolumesInUse = inUse } };

    private static Pod Pod(string disk, string node) => new()
    {
        Metadata = new ObjectMeta { Name = disk, Namespace = "default", Uid = $"uid-{disk}" },
        Spec = new PodSpec
        {
            NodeName = node,
            Volumes = [new Volume { Name = "data", GcePersistentDisk = new GcePersistentDisk(disk, ReadOnly: false) }],
        },
    };
}
