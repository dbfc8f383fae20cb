using Simulator.Engine;

namespace Simulator.Studies.Fuzzing;

/// <summary>The choices of one mutant: the same seed makes the same ones.</summary>
internal sealed class FuzzDice(ulong seed)
{
    private readonly RandomStream _stream = new RandomStreams(seed)["mutant"];

    /// <summary>From 0, below <paramref name="end"/>.</summary>
    public int Below(int end) => _stream.NextInt(end);

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
