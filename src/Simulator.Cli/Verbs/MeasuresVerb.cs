using System.CommandLine;
using Simulator.Api.Words;
using Simulator.Cli.Output;
using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Catalog;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator measures [NAME]</c></summary>
internal static class MeasuresVerb
{
    public static Command Create(Screen screen)
    {
        var name = new Argument<string?>("NAME") { Description = "Of one measure; all otherwise.", Arity = ArgumentArity.ZeroOrOne };
        var json = OutputOption.Json();
        var verb = new Command(
            "measures", "Lists what a run measures: unit, meaning, which way is better, and from which difference on it matters.")
        {
            name,
            json,
        };
        verb.SetAction(parsed => Print(parsed.GetValue(name), parsed.GetValue(json), screen));
        return verb;
    }

    private static int Print(string? name, bool isJson, Screen screen)
    {
        IReadOnlyList<MeasureEntry> entries = name is null ? MeasureCatalog.All : Named(name);
        if (entries.Count == 0)
        {
            var hint = Wording.DidYouMean(name!, [.. MeasureCatalog.All.Select(entry => entry.Pattern)]);
            return screen.Refuse($"no measure '{Wording.Shortened(name!)}'{hint} (list: simulator measures)");
        }

        if (isJson) JsonText.Write(entries.Select(Row.Of), screen.Out);
        else if (name is null) WriteTable(entries, screen.Out);
        else Write(name, entries[0], screen.Out);
        return ExitCode.Done;
    }

    private static IReadOnlyList<MeasureEntry> Named(string name) => MeasureCatalog.Find(name) is { } entry ? [entry] : [];

    private static void WriteTable(IReadOnlyList<MeasureEntry> entries, TextWriter @out)
    {
        @out.WriteLine($"{"measure",-36}{"unit",-17}{"better",-9}{"matters from",-26}meaning");
        foreach (var entry in entries)
        {
            var (better, from) = (StakeText.Better(entry.Stake), StakeText.MattersFrom(entry.Stake, entry.Unit));
            @out.WriteLine($"{entry.Pattern,-36}{entry.Unit,-17}{better,-9}{from,-26}{entry.Meaning}");
        }
    }

    private static void Write(string name, MeasureEntry entry, TextWriter @out)
    {
        var (stake, noise) = (entry.Stake, StakeText.Noise(entry.Stake, entry.Unit));
        @out.WriteLine(name);
        @out.WriteLine($"  {entry.Meaning}");
        @out.WriteLine($"  unit          {entry.Unit}");
        @out.WriteLine($"  better        {StakeText.Better(stake)}");
        @out.WriteLine($"  matters from  {StakeText.MattersFrom(stake, entry.Unit)} (the larger of what is named)");
        @out.WriteLine($"  noise below   {(noise.Length > 0 ? noise : "nothing: any difference is one")}");
        @out.WriteLine($"  over runs     {StakeText.Kind(stake)}");
        if (stake.IsFailureIfAbsent) @out.WriteLine("  absent        a run without it has failed at it, if other runs have it");
    }

    private sealed record Row(
        string Name, string Unit, string Meaning, string Better, double Relative, double Absolute, double Noise, string Kind,
        bool FailureIfAbsent)
    {
        public static Row Of(MeasureEntry entry) => new(
            entry.Pattern, entry.Unit, entry.Meaning, StakeText.Better(entry.Stake), entry.Stake.Relative, entry.Stake.Absolute,
            entry.Stake.Noise, StakeText.Kind(entry.Stake), entry.Stake.IsFailureIfAbsent);
    }
}
