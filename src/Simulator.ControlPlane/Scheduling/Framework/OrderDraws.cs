using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework;

/// <summary>Dice that are computed from the number of the throw: the same seed throws the same.</summary>
public sealed class OrderDraws(DecisionOrder order) : IDraws
{
    private ulong _draws;

    public int Draw(int count) => (int)(order.RankOf("", _draws++, "") % (ulong)count);
}
