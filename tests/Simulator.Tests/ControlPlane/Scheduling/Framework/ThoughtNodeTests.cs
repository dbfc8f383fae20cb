using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Xunit;

namespace Simulator.Tests.ControlPlane.Scheduling.Framework;

/// <summary>Rules of somebody's own remember things by a node's version.</summary>
public sealed class ThoughtNodeTests
{
    [Fact]
    public void No_two_thoughts_about_a_node_share_a_version()
    {
        var cache = new NodeCache();
        cache.Set(new Node { Metadata = new ObjectMeta { Name = "n" } });
        var node = cache.Find("n")!;
        var (first, second) = (node.Copy(), node.Copy());
        var third = first.Copy();
        Assert.Equal([false, true, true, true], new[] { node, first, second, third }.Select(state => state.IsThought));
        Assert.Equal(4, new[] { node, first, second, third }.Select(state => state.Version).Distinct().Count());
    }
}
