using System.CommandLine;
using System.Globalization;
using Simulator.Cli.Output;
using Simulator.Scenarios.Files.Sources;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator machine-types</c></summary>
internal static class MachineTypesVerb
{
    public static Command Create(Screen screen)
    {
        var json = OutputOption.Json();
        var verb = new Command("machine-types", "Lists the machine types that a scenario can name.") { json };
        verb.SetAction(parsed =>
        {
            if (parsed.GetValue(json))
            {
                JsonText.Write(
                    MachineTypes.All.Select(type => new Row(
                        type.Provider, type.Name, type.Cpu.Value, type.Memory.Value, type.Price?.PerHour, type.Price?.PreemptiblePerHour,
                        type.Price?.Source, type.Power?.IdleWatts, type.Power?.PeakWatts)),
                    screen.Out);
            }
            else WriteTable(screen.Out);
        });
        return verb;
    }

    private static void WriteTable(TextWriter @out)
    {
        @out.WriteLine($"{"machine type",-16}{"CPU",4}{"memory",12}  {"provider",-9}{"USD/h",8}{"spot",9}{"watts",14}");
        foreach (var type in MachineTypes.All)
        {
            @out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{type.Name,-16}{type.Cpu.Value,4}{type.GiB + " GiB",12}  {type.Provider,-9}{type.Price?.PerHour,8}"
                    + $"{type.Price?.PreemptiblePerHour,9}{$"{type.Power?.IdleWatts}-{type.Power?.PeakWatts}",14}"));
        }

        foreach (var source in MachineTypes.All.Select(type => $"{type.Provider}: {type.Price?.Source}").Distinct())
        {
            @out.WriteLine($"prices of {source}");
        }

        foreach (var source in MachineTypes.All.Select(type => type.Power?.Source).OfType<string>().Distinct())
        {
            @out.WriteLine($"watts, idle to busy: {source}");
        }
    }

    private sealed record Row(
        string Provider, string Name, long Cpu, long MemoryBytes, double? UsdPerHour, double? SpotUsdPerHour, string? PriceSource,
        double? IdleWatts, double? PeakWatts);
}
