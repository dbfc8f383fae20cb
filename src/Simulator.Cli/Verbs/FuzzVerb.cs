using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Studies.Fuzzing;
using Simulator.Studies.Runs;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator fuzz [FOLDER...]</c></summary>
internal static class FuzzVerb
{
    private const int MutantsDefault = 1000;

    /// <summary>What hangs goes on in the background: after some of them nothing is left for others.</summary>
    private const int ProblemsMax = 20;

    public static Command Create(Screen screen)
    {
        var folders = new Argument<string[]>("FOLDER")
        {
            Description = "Sound files to make mutants of: scenarios, manifests, tables; scenarios without it.",
            DefaultValueFactory = _ => ["scenarios"],
        };
        var count = CountOption.Create("--count", "Mutants to try, or inputs of a sweep (all of them without it).", "N", MutantsDefault);
        var seed = new Option<ulong>("--seed")
        {
            Description = "Seed of the first mutant, or number of the first input of a sweep; the next ones count up from it.",
            HelpName = "S",
            DefaultValueFactory = _ => 1,
        };
        var sweep = new Option<bool>("--sweep") { Description = "Instead of mutants: every key with every extreme value." };
        var show = new Option<bool>("--show") { Description = "Print what is tried, too." };
        var verb = new Command(
            "fuzz",
            "Spoils files and tries them: none may bring an exception, take more than 10 s or 2 GiB, or break an invariant.")
            {
                folders,
                count,
                seed,
                sweep,
                show,
            };
        verb.SetAction(parsed => Run(
            new FuzzOptions(parsed.GetRequiredValue(folders), parsed.GetValue(seed), parsed.GetValue(count))
            {
                HasCount = parsed.GetResult(count) is { Implicit: false },
                IsSweep = parsed.GetValue(sweep),
                Shows = parsed.GetValue(show),
            },
            screen));
        return verb;
    }

    private static int Run(FuzzOptions options, Screen screen)
    {
        if (options.Folders.FirstOrDefault(folder => !Directory.Exists(folder)) is { } missing)
        {
            return screen.Refuse($"there is no folder {missing}; allowed are folders of scenarios, manifests and tables");
        }

        using var interruption = new Interruption(screen.Interruption);
        using var fuzzer = new Fuzzer(options.Folders, MeasureNames.Instance);
        if (fuzzer.FileCount == 0) return screen.Refuse($"{string.Join(", ", options.Folders)} holds no file to make mutants of");
        var sweep = options.IsSweep ? Slice(fuzzer.Sweep(), options) : null;
        var tally = new FuzzTally(sweep?.Count ?? options.Count, screen.Error);
        var parallel = new ParallelOptions { CancellationToken = interruption.Token, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, tally.Count, parallel, (number, loop) =>
        {
            var @case = sweep?[number] ?? fuzzer.MutantOf(options.Seed + (ulong)number);
            if (options.Shows) tally.Note(@case.Text);
            var problem = fuzzer.Problem(@case, $"case-{number}", out var isAccepted);
            if (tally.Take(isAccepted, problem is null ? null : Lines(@case, problem, options, number)) >= ProblemsMax) loop.Stop();
        });
        foreach (var line in tally.Lines) screen.Out.WriteLine(line);
        return tally.Problems == 0 ? ExitCode.Done : ExitCode.Missed;
    }

    /// <summary>Numbered from 1, as seeds are.</summary>
    private static IReadOnlyList<FuzzCase> Slice(IReadOnlyList<FuzzCase> sweep, FuzzOptions options)
    {
        var first = (int)Math.Min(Math.Max(options.Seed, 1) - 1, (ulong)sweep.Count);
        return [.. sweep.Skip(first).Take(options.HasCount ? options.Count : sweep.Count)];
    }

    private static string Lines(FuzzCase @case, string problem, FuzzOptions options, int number)
    {
        var folders = string.Join(' ', options.Folders);
        var repeat =
            $"simulator fuzz {folders}{(options.IsSweep ? " --sweep" : "")} --count 1 --seed {Math.Max(options.Seed, 1) + (ulong)number} "
                + "--show";
        return $"{@case.Title}\n  {problem.Trim().ReplaceLineEndings("\n  ")}\n  repeat it: {repeat}";
    }
}
