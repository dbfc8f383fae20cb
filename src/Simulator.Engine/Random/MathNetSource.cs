using MathNet.Numerics.Random;

namespace Simulator.Engine;

/// <summary>A <see cref="RandomStream"/> in the form that MathNet asks for.</summary>
internal sealed class MathNetSource(RandomStream stream) : RandomSource(threadSafe: false)
{
    protected override double DoSample() => stream.NextDouble();
}
