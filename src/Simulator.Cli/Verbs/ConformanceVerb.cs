using System.CommandLine;
using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Scenarios.Conformance;
using Simulator.Serve.Replay;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator conformance PATH...</c></summary>
internal static class ConformanceVerb
{
    public static Command Create(Screen screen)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Recordings (.jsonl.gz, .jsonl, .json.gz, .json) and folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = OutputOption.Json();
        var verb = new Command(
            "conformance", "Replays recordings of the real programs on the simulator's own decision code.") { paths, json };
        verb.SetAction(parsed => Compare(parsed.GetRequiredValue(paths), parsed.GetValue(json), screen));
        return verb;
    }

    private static int Compare(string[] paths, bool asJson, Screen screen)
    {
        if (Replay(paths, screen.Error) is not { } results) return ExitCode.WrongInput;
        if (asJson) JsonText.Write(results, screen.Out);
        else WriteText(results, screen.Out);
        return IsPassed(results) ? ExitCode.Done : ExitCode.Missed;
    }

    /// <summary>Kinds that cannot be replayed yet are named and fail nothing, unless there is no other.</summary>
    private static bool IsPassed(IReadOnlyList<ConformanceResult> results) =>
        results.Any(result => result.IsSupported) && results.All(result => !result.IsSupported || result.IsPerfect);

    /// <summary>Null after a sentence about what cannot be read.</summary>
    private static IReadOnlyList<ConformanceResult>? Replay(string[] paths, TextWriter error)
    {
        try
        {
            var files = RecordingFiles.Find(paths).ToLookup(RecordedCase.IsCase);
            IReadOnlyList<ConformanceResult> results = [.. ConformanceRunner.Run(files[false]), .. KubectlConformance.Run(files[true])];
            if (results.Count > 0) return results;
            error.WriteLine(
                $"{string.Join(", ", paths)}  holds no recordings; allowed are files that end in .jsonl.gz, .jsonl, .json.gz or .json");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException or InvalidDataException)
        {
            error.WriteLine($"a recording cannot be read: {failure.Message}");
        }

        return null;
    }

    private static void WriteText(IReadOnlyList<ConformanceResult> results, TextWriter @out)
    {
        foreach (var result in results)
        {
            @out.WriteLine(result);
            foreach (var difference in result.FirstDifferences) @out.WriteLine($"  {difference}");
        }
    }
}
