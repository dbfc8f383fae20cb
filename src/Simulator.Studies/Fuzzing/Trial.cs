namespace Simulator.Studies.Fuzzing;

/// <summary>What became of an input.</summary>
internal enum TrialOutcome
{
    /// <summary>With a sentence.</summary>
    Refused,

    /// <summary>It is too large to be run in passing.</summary>
    Accepted,

    /// <summary>Some of it, or to its end.</summary>
    Ran,
}

/// <param name="Problem">Null: it was refused with a sentence, or it ran as it should.</param>
internal readonly record struct Trial(TrialOutcome Outcome, string? Problem = null);
