using Simulator.Scenarios.Files.Sources;

namespace Simulator.Studies.Fuzzing;

/// <summary>Tries inputs that nobody has thought of: none may bring an exception, a hang, or more memory than there is.</summary>
public sealed class Fuzzer : IDisposable
{
    private readonly FuzzCorpus _corpus;
    private readonly IMeasureBook? _measures;

    /// <param name="folders">Sound files: scenarios, manifests, tables.</param>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    public Fuzzer(IReadOnlyList<string> folders, IMeasureBook? measures) => (_corpus, _measures) = (FuzzCorpus.Of(folders), measures);

    public int FileCount => _corpus.Files.Count;

    /// <summary>Every key of the corpus and of the scenario language, with every extreme value: in a fixed order.</summary>
    public IReadOnlyList<FuzzCase> Sweep() => [.. KeySweep.Of(_corpus)];

    /// <summary>The mutant of a seed.</summary>
    public FuzzCase MutantOf(ulong seed)
    {
        var mutant = Mutant.Of(seed, _corpus);
        return new FuzzCase($"mutant {seed} of {mutant.File.Name}", mutant.File, mutant.Text, mutant.Way, []);
    }

    /// <summary>What is wrong, in words; null if it was refused with a sentence or ran as it should.</summary>
    /// <param name="place">A name that no other trial uses at the time.</param>
    /// <param name="isAccepted">False: it was refused.</param>
    public string? Problem(FuzzCase @case, string place, out bool isAccepted)
    {
        var (scenario, written) = FuzzHost.Write(@case.File, @case.Text, @case.Way, _corpus.Folder, place);
        var trial = BoundedTrial.Of(() => TrialRun.Of(scenario, _measures, @case.Settings));
        foreach (var path in written) File.Delete(path);
        isAccepted = trial.Outcome != TrialOutcome.Refused;
        return trial.Problem;
    }

    public void Dispose() => _corpus.Dispose();
}
