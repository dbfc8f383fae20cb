namespace Simulator.Studies.Fuzzing;

/// <summary>A sound file, spoilt in one to three ways.</summary>
/// <param name="Way">How a scenario meets it.</param>
internal sealed record Mutant(FuzzFile File, string Text, int Way)
{
    private const int MutationsMax = 3;

    /// <summary>The mutant of a seed: the same for the same corpus.</summary>
    public static Mutant Of(ulong seed, FuzzCorpus corpus)
    {
        var dice = new FuzzDice(seed);
        var file = dice.Of(corpus.Files);
        var text = file.Text;
        for (var left = 1 + dice.Below(MutationsMax); left > 0; left--) text = dice.Of(Mutations.All)(text, file, corpus, dice);
        return new Mutant(file, text, dice.Below(FuzzHost.WaysOf(file)));
    }
}
