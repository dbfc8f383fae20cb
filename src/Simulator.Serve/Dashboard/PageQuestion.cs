using System.Globalization;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Selecting;

namespace Simulator.Serve.Dashboard;

/// <summary>Which part of a list is wanted.</summary>
internal sealed record PageQuestion
{
    private const int LimitMax = 500;

    public int Offset { get; private init; }

    public int Limit { get; private init; }

    /// <summary>Part of a name; "" for all.</summary>
    public string Search { get; private init; } = "";

    /// <summary>Of pods: on this node; "" for all.</summary>
    public string Node { get; private init; } = "";

    /// <summary>Of pods: <c>Pending</c>, ..., or <c>Waiting</c> for those that are wanted and not ready; "" for all.</summary>
    public string State { get; private init; } = "";

    public IReadOnlyList<LabelRequirement> Labels { get; private init; } = [];

    /// <summary>Of events: the object that they are about, as <c>Pod/web-1</c>; "" for all.</summary>
    public string About { get; private init; } = "";

    /// <exception cref="FormatException">The label selector is wrong.</exception>
    public static PageQuestion Of(QueryText query) => new()
    {
        Offset = Number(query["offset"], 0, int.MaxValue),
        Limit = Number(query["limit"], 10, LimitMax),
        Search = query["search"] ?? "",
        Node = query["node"] ?? "",
        State = query["state"] ?? "",
        About = query["about"] ?? "",
        Labels = query["labelSelector"] is { Length: > 0 } text ? LabelSelectorText.Parse(text) : [],
    };

    private static int Number(string? text, int otherwise, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, most) : otherwise;
}
