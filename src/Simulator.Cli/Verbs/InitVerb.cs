using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Scenarios.Files;
using Simulator.Studies.Runs;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator init [FILE]</c></summary>
internal static class InitVerb
{
    public static Command Create(Screen screen)
    {
        var file = new Argument<string>("FILE") { Description = "The scenario file to write.", DefaultValueFactory = _ => "scenario.yaml" };
        var verb = new Command("init", "Writes a commented scenario, a manifest and a schema for editors to start from.") { file };
        verb.SetAction(parsed => Write(parsed.GetRequiredValue(file), screen));
        return verb;
    }

    private static int Write(string scenario, Screen screen)
    {
        var manifest = Path.Combine(Path.GetDirectoryName(scenario) ?? "", InitTemplate.ManifestPath);
        var schema = Path.Combine(Path.GetDirectoryName(scenario) ?? "", InitTemplate.SchemaPath);
        var existing = new[] { scenario, manifest }.Where(path => File.Exists(path) || Directory.Exists(path)).ToList();
        foreach (var path in existing) screen.Error.WriteLine($"{path}  is there already; nothing was written");
        if (existing.Count > 0) return ExitCode.WrongInput;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(manifest))!);
            File.WriteAllText(manifest, InitTemplate.Manifest);
            if (!File.Exists(schema)) File.WriteAllText(schema, ScenarioSchema.ToText(MeasureNames.Instance) + "\n");
            File.WriteAllText(scenario, InitTemplate.Scenario);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            screen.Error.WriteLine($"{scenario}  cannot be written: {failure.Message}");
            return ExitCode.WrongInput;
        }

        screen.Out.WriteLine($"wrote {scenario}, {manifest} and, for editors, {schema}");
        screen.Out.WriteLine($"next: simulator run {scenario}");
        return ExitCode.Done;
    }
}
