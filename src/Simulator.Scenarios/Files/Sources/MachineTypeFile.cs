using System.Globalization;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Api.Words;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>
/// Reads CSV files of machine types. Columns are known by their names, in any order: <c>name</c> or <c>instance_type</c>; <c>cpu</c> or
/// <c>vcpu</c>; <c>memory</c> (2Gi) or <c>memory_mib</c>; and, where they are there, <c>pods</c>, <c>price</c> or <c>price_usd_h</c>,
/// <c>preemptible_price</c>, <c>capacity_type</c> (spot or on-demand), <c>source</c>, <c>idle_watts</c> and <c>peak_watts</c>. A price list
/// without sizes (columns <c>table</c>, <c>key</c>, <c>usd_per_hour_or_ratio</c>) gives new prices to types that ship.
/// </summary>
public sealed class MachineTypeFile
{
    private readonly string _path;
    private readonly Diagnostics _diagnostics;
    private readonly CsvTable _table;
    private readonly MachineCatalogue _catalogue;
    private CsvRow _row;

    private MachineTypeFile(string path, CsvTable table, MachineCatalogue catalogue, Diagnostics diagnostics) =>
        (_path, _table, _catalogue, _diagnostics) = (path, table, catalogue, diagnostics);

    /// <summary>Adds the types of the file to the catalogue; errors name row and column.</summary>
    public static void Read(string path, MachineCatalogue catalogue, Diagnostics diagnostics)
    {
        diagnostics.AddFile(path);
        if (CsvTable.Read(path, diagnostics) is { } table) new MachineTypeFile(path, table, catalogue, diagnostics).ReadRows();
    }

    private void EachRow(Action read)
    {
        foreach (var row in _table.Rows())
        {
            _row = row;
            read();
        }
    }

    private void ReadRows()
    {
        if (_table.Header.Contains("table") && _table.Header.Contains("key"))
        {
            EachRow(ReadPrice);
            return;
        }

        if (Column("name", "instance_type") is not { } name || Column("cpu", "vcpu") is not { } cpu
            || Column("memory", "memory_mib") is not { } memory)
        {
            _diagnostics.Error(
                _path, 1, 1,
                $"has the columns {Wording.Shortened(Wording.Listed(_table.Header), 200)}; needed are name (or instance_type), cpu (or "
                    + "vcpu) and memory (or "
                    + "memory_mib), and price may be there");
            return;
        }

        EachRow(() => ReadType(name, cpu, memory));
    }

    private void ReadType(string nameColumn, string cpuColumn, string memoryColumn)
    {
        var name = Text(nameColumn);
        if (name.Length == 0) Complain(nameColumn, "is empty; allowed is the name of a machine type");
        var cpu = Amount(cpuColumn, Quantity.TryParse(Text(cpuColumn), out var cpus) ? cpus : null);
        var memory = memoryColumn == "memory_mib"
            ? Number(memoryColumn) is { } mib ? Amount(memoryColumn, Quantity.FromUnits((long)(mib * 1024 * 1024))) : null
            : Amount(memoryColumn, Quantity.TryParse(Text(memoryColumn), out var bytes) ? bytes : null);
        var price = Column("price", "price_usd_h") is { } column && Text(column).Length > 0 ? Number(column) : null;
        var cheap = Column("preemptible_price") is { } other && Text(other).Length > 0 ? Number(other) : null;
        var power = Power();
        var pods = Column("pods") is { } limit && Text(limit).Length > 0 ? Number(limit) : null;
        if (name.Length == 0 || cpu is null || memory is null) return;
        if (cpu.Value.Nanos == 0 || memory.Value.Nanos == 0)
        {
            _catalogue.AddWithoutSize(name);
            return;
        }

        _catalogue.Add(new MachineType(Path.GetFileNameWithoutExtension(_path), name, cpu.Value, memory.Value, Price(name, price, cheap))
        {
            Pods = (int)(pods ?? 0),
            Power = power,
        });
    }

    /// <summary>Null where a row does not say both.</summary>
    private MachinePower? Power()
    {
        if (Column("idle_watts") is not { } idle || Column("peak_watts") is not { } peak) return null;
        if (Text(idle).Length == 0 || Text(peak).Length == 0) return null;
        if (Number(idle) is not { } least || Number(peak) is not { } most) return null;
        if (most >= least) return new MachinePower(least, most, Source);
        Complain(peak, $"{Text(peak)} watts are less than the idle {Text(idle)}");
        return null;
    }

    private string Source => Column("source") is { } column && Text(column).Length > 0 ? Text(column) : Path.GetFileName(_path);

    /// <summary>A row of a spot machine tells the second price of a type that has its first one from another row.</summary>
    private MachinePrice? Price(string name, double? price, double? preemptible)
    {
        var known = _catalogue.Find(name)?.Price;
        if (Column("capacity_type") is { } kind && Text(kind) == "spot")
        {
            return new MachinePrice(known?.PerHour ?? price ?? 0, price, Source);
        }

        return price is { } perHour ? new MachinePrice(perHour, preemptible ?? known?.PreemptiblePerHour, Source) : known;
    }

    private void ReadPrice()
    {
        var isSpot = Text("table") == "preemptiblePrices";
        if (!isSpot && Text("table") != "instancePrices") return;
        if (_catalogue.Find(Text("key")) is not { } type || Number("usd_per_hour_or_ratio") is not { } price) return;
        var known = type.Price ?? new MachinePrice(price, null, "");
        _catalogue.Add(type with
        {
            Price = (isSpot ? known with { PreemptiblePerHour = price } : known with { PerHour = price }) with
            {
                Source = Path.GetFileName(_path),
            },
        });
    }

    private string? Column(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_table.Header.Contains(name)) return name;
        }

        return null;
    }

    private string Text(string column) => _row[column];

    /// <summary>Lists of providers have zeros where they do not know.</summary>
    private Quantity? Amount(string column, Quantity? amount)
    {
        if (amount is { Nanos: var nanos } && nanos >= 0) return amount;
        Complain(column, $"'{Wording.Shortened(Text(column))}' is no amount; allowed are quantities such as 4, 500m or 16Gi");
        return null;
    }

    private double? Number(string column)
    {
        if (double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and < 1e12)
        {
            return value;
        }

        Complain(column, $"'{Wording.Shortened(Text(column))}' is no number; allowed are numbers from 0");
        return null;
    }

    /// <summary>Column numbers are those of the fields, counted from 1.</summary>
    private void Complain(string column, string sentence) =>
        _diagnostics.Error(
            _path, _row.Line, _row.NumberOf(column), $"row {_row.Line - 1}, column '{Wording.Shortened(column)}': {sentence}");
}
