using Simulator.World.Traces;

namespace Simulator.Reports.Traces;

/// <summary>What machines have, or pods ask for.</summary>
/// <param name="MilliCpu">Thousandths of a core.</param>
/// <param name="Memory">Bytes; as a number that does not overflow.</param>
/// <param name="MilliGpu">Thousandths of a graphics processor.</param>
public readonly record struct Room(double MilliCpu, double Memory, double MilliGpu)
{
    public static Room Of(IEnumerable<TraceNode> nodes) =>
        nodes.Aggregate(default(Room), (sum, node) => sum + new Room(node.MilliCpu, node.Memory, node.Gpus * 1000.0));

    public static Room Of(TracePod pod) => new(pod.MilliCpu, pod.Memory, pod.TotalMilliGpu);

    public static Room operator +(Room left, Room right) =>
        new(left.MilliCpu + right.MilliCpu, left.Memory + right.Memory, left.MilliGpu + right.MilliGpu);

    public static Room operator -(Room left, Room right) =>
        new(left.MilliCpu - right.MilliCpu, left.Memory - right.Memory, left.MilliGpu - right.MilliGpu);

    public static Room operator *(Room room, double times) => new(room.MilliCpu * times, room.Memory * times, room.MilliGpu * times);

    /// <summary>The larger of each.</summary>
    public static Room Larger(Room left, Room right) => new(
        Math.Max(left.MilliCpu, right.MilliCpu), Math.Max(left.Memory, right.Memory), Math.Max(left.MilliGpu, right.MilliGpu));

    /// <summary>As shares of what there is; 0 where there is nothing.</summary>
    public Room Of(Room capacity) => new(
        Share(MilliCpu, capacity.MilliCpu), Share(Memory, capacity.Memory), Share(MilliGpu, capacity.MilliGpu));

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;
}
