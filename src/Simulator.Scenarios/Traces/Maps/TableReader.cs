using Simulator.Api.Documents;
using Simulator.Scenarios.Traces.Expressions;
using Simulator.Scenarios.Traces.Rows;

namespace Simulator.Scenarios.Traces.Maps;

/// <summary>Reads the tables of a column map.</summary>
internal static class TableReader
{
    private static readonly string[] Kinds = ["csv", "words", "json", "parquet"];

    public static PodTable Pods(FieldReader fields)
    {
        var values = new ValueReader(fields, new ColumnList(fields.Texts("unknown")));
        var each = fields.OneOf("each", "row", "row", "name", "file", "event");
        return new PodTable
        {
            Each = each switch { "name" => PodRows.Name, "file" => PodRows.File, "event" => PodRows.Events, _ => PodRows.Row },
            IsInOrder = fields.OneOf("order", "any", "any", "time") == "time",
            Processors = fields.Text("processors-in-head"),
            Name = values.Optional("name"),
            Group = values.Optional("group"),
            Submit = values.Required("submit", Units.Time),
            Duration = values.Optional("duration", Units.Time),
            Waited = values.Optional("waited", Units.Time),
            Cpu = values.Optional("cpu", Units.Cpu),
            Memory = values.Optional("memory", Units.Memory),
            Gpus = values.Optional("gpus"),
            GpuShare = values.Optional("gpu-share", Units.Share),
            GpuModels = values.Optional("gpu-models"),
            Node = values.Optional("node"),
            Copies = values.Optional("copies"),
            Events = each == "event" ? fields.Required("events")?.Read(Events(values.Columns)) : null,
            Form = Form(fields, values),
        };
    }

    public static NodeTable Nodes(FieldReader fields)
    {
        var values = new ValueReader(fields, new ColumnList(fields.Texts("unknown")));
        return new NodeTable
        {
            Name = values.Required("name"),
            Cpu = values.Required("cpu", Units.Cpu),
            Memory = values.Required("memory", Units.Memory),
            Gpus = values.Optional("gpus"),
            GpuModel = values.Optional("gpu-model"),
            Form = Form(fields, values),
        };
    }

    private static Func<FieldReader, EventColumns> Events(ColumnList columns) => fields => new EventColumns(
        new ValueReader(fields, columns).Required("kind"), fields.Texts("submit"), fields.Texts("start"), fields.Texts("end"));

    private static TableForm Form(FieldReader fields, ValueReader values)
    {
        var kind = fields.OneOf("read", "csv", Kinds);
        var separator = fields.Text("separator", ",");
        if (separator.Length != 1) fields.ErrorAt("separator", "allowed is one letter");
        var rows = new RowForm(
            kind switch { "words" => RowKind.Words, "json" => RowKind.Json, "parquet" => RowKind.Parquet, _ => RowKind.Csv },
            fields.Texts("columns"))
        { Separator = separator.Length == 1 ? separator[0] : ',', Comment = fields.Text("comments") };
        return new TableForm(
            rows, fields.Text("file"), values.Columns, fields.Texts("optional"),
            fields.List("leave-out", values.Rule))
        { Remarks = fields.List("remarks", values.Rule) };
    }
}
