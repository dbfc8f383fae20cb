using Simulator.ControlPlane.Hosting;
using Simulator.Engine;

namespace Simulator.World.Hosting;

/// <summary>The order of Go's maps, drawn anew each time from a component's own stream.</summary>
internal sealed class DrawnMapOrder(RandomStream stream) : IMapOrder
{
    public int First(int count) => stream.NextInt(count);
}
