using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Running;

/// <summary>Dice that are computed from the number of the throw: the same seed throws the same.</summary>
public sealed class OrderDraws(DecisionOrder order) : IDraws
{
    /// <summary>Throws so far.</summary>
    public ulong Count { get; set; }

    public int Draw(int count) => (int)(order.RankOf("", Count++, "") % (ulong)count);
}
