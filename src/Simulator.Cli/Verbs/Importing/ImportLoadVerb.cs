using System.CommandLine;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Reports.Files;
using Simulator.Reports.Statistics;
using Simulator.Scenarios.Import;
using Simulator.Scenarios.Import.Load;

namespace Simulator.Cli.Verbs.Importing;

/// <summary><c>simulator import load FILE... -o FOLDER</c></summary>
internal static class ImportLoadVerb
{
    public static Command Create(Screen screen)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Answers of a Prometheus range query (/api/v1/query_range), CSV tables, or access logs; packed (.gz) or not.",
            Arity = ArgumentArity.OneOrMore,
        };
        var folder = new Option<string>("--out", "-o")
        {
            Description = "Folder for tables and keys.",
            HelpName = "FOLDER",
            Required = true,
        };
        var kind = new Option<LoadKind>("--as")
        {
            Description = "What the values are: requests (a second, of services), cpu (cores) or memory (bytes) of pods.",
            DefaultValueFactory = _ => LoadKind.Requests,
        };
        var label = new Option<string>("--label")
        {
            Description = "Label of the series that names the service.",
            DefaultValueFactory = _ => "",
        };
        var name = new Option<string>("--service") { Description = "Name for what has none.", DefaultValueFactory = _ => "" };
        var home = new Option<string>("--namespace") { Description = "Namespace for what has none.", DefaultValueFactory = _ => "" };
        var verb = new Command("load", "Makes rates that scenarios read of measured load.") { files, folder, kind, label, name, home };
        verb.SetAction(parsed => Import(
            parsed.GetRequiredValue(files), parsed.GetRequiredValue(folder),
            new LoadNaming(parsed.GetRequiredValue(label), parsed.GetRequiredValue(name), parsed.GetRequiredValue(home)),
            parsed.GetValue(kind), screen));
        return verb;
    }

    private static int Import(string[] files, string folder, LoadNaming naming, LoadKind kind, Screen screen)
    {
        var diagnostics = new Diagnostics();
        var import = new LoadImport(diagnostics) { Naming = naming, Kind = kind };
        var isUseful = import.Read(files);
        foreach (var diagnostic in diagnostics.All) screen.Tell(diagnostic.ToString(), isUseful ? "yellow" : "red");
        if (diagnostics.Dropped > 0) screen.Error.WriteLine($"and {diagnostics.Dropped:N0} more");
        if (!isUseful) return screen.Refuse("nothing was written: none of the files holds a series with a value");
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (name, text) in import.Files()) AtomicFile.Write(Path.Combine(folder, name), @out => @out.Write(text));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return screen.Refuse($"--out {folder}: {failure.Message}");
        }

        foreach (var (name, points, highest) in import.Found)
        {
            screen.Out.WriteLine($"{name}: {HumanNumber.Count(points, "value", "values")}, at most {highest:0.###}");
        }
        screen.Out.WriteLine($"wrote {ShellWord.Of(folder)}: its keys are to be put below clusters[0] of a scenario");
        return ExitCode.Done;
    }
}
