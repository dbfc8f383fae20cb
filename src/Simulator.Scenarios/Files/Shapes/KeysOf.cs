using System.Globalization;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Engine;
using Simulator.Scenarios.Files.Drafts;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Makes the keys of a <see cref="Shape{T}"/> from a getter, which gives the default, and a setter.</summary>
internal sealed class KeysOf<T>
{
    /// <summary>The smallest rate: 0 would stop a component for ever, and upstream reads it in other ways.</summary>
    private const double RateMin = 0.001;

    private const double RateMax = 1_000_000;

    public Key<T> Text(string name, string meaning, Func<T, string> get, Func<T, string, T> set) =>
        Class(name, meaning, Forms.Text, cursor => cursor.Text(), get, set);

    /// <summary>A duration from 0.</summary>
    public Key<T> Duration(string name, string meaning, Func<T, TimeSpan> get, Func<T, TimeSpan, T> set) =>
        Value(name, meaning, Forms.Duration, cursor => cursor.PositiveOrZeroDuration(), value => GoDuration.Format(get(value)), set);

    /// <summary>A duration above 0.</summary>
    public Key<T> Period(string name, string meaning, Func<T, TimeSpan> get, Func<T, TimeSpan, T> set) =>
        Value(name, meaning, Forms.Duration, cursor => cursor.Period(), value => GoDuration.Format(get(value)), set);

    /// <summary>A duration above 0 after which something is done again, as long as the run goes on.</summary>
    public Key<T> Cycle(string name, string meaning, Func<T, TimeSpan> get, Func<T, TimeSpan, T> set) =>
        Value(name, meaning, Forms.Duration, cursor => cursor.Cycle(), value => GoDuration.Format(get(value)), set);

    /// <summary>A duration from 0, or a distribution of durations; the getter may answer null for no default.</summary>
    public Key<T> Distribution(string name, string meaning, Func<T, IDistribution?> get, Func<T, IDistribution, T> set) =>
        Class(
            name, meaning, Forms.Distribution, cursor => cursor.Distribution(),
            value => get(value) is { } shown ? DistributionText.Format(shown) : "", set);

    /// <summary>A duration above 0, or a distribution of durations; no default.</summary>
    public Key<T> Distribution(string name, string meaning, Func<T, IDistribution, T> set) =>
        Class(name, meaning, Forms.Distribution, cursor => cursor.DistributionAboveZero(), null, set);

    public Key<T> Integer(string name, string meaning, int min, int max, Func<T, int> get, Func<T, int, T> set) =>
        Value(
            name, meaning, Forms.Integer(min, max), cursor => cursor.Integer(min, max),
            value => get(value).ToString(CultureInfo.InvariantCulture), set);

    public Key<T> Long(string name, string meaning, long min, Func<T, long> get, Func<T, long, T> set) =>
        Value(
            name, meaning, Forms.Integer(min, long.MaxValue), cursor => cursor.Long(min),
            value => get(value).ToString(CultureInfo.InvariantCulture), set);

    public Key<T> Number(string name, string meaning, double min, double max, Func<T, double> get, Func<T, double, T> set) =>
        Value(
            name, meaning, Forms.Number(min, max), cursor => cursor.Number(min, max),
            value => get(value).ToString(CultureInfo.InvariantCulture), set);

    /// <summary>So many a second.</summary>
    public Key<T> Rate(string name, string meaning, Func<T, float> get, Func<T, float, T> set) => Value(
        name,
        meaning,
        Forms.Number(RateMin, RateMax),
        cursor => (float?)cursor.Number(RateMin, RateMax),
        value => get(value).ToString(CultureInfo.InvariantCulture),
        set);

    public Key<T> Flag(string name, string meaning, Func<T, bool> get, Func<T, bool, T> set) =>
        Value(name, meaning, Forms.Flag, cursor => cursor.Flag(), value => get(value) ? "true" : "false", set);

    public Key<T> Choice<TValue>(
        string name, string meaning, IReadOnlyDictionary<string, TValue> allowed, Func<T, TValue> get, Func<T, TValue, T> set)
        where TValue : struct, Enum => Value(
            name,
            meaning,
            Forms.Choice(allowed.Keys),
            cursor => cursor.OneOf(allowed),
            value => allowed.First(choice => choice.Value.Equals(get(value))).Key,
            set);

    public Key<T> Labels(string name, string meaning, Func<T, LabelSet, T> set) =>
        Class(name, meaning, Forms.Labels, cursor => cursor.NodeLabels(), null, set);

    public Key<T> Texts(
        string name, string meaning, Func<SourceCursor, IReadOnlyList<string>?> read, Func<T, IReadOnlyList<string>, T> set) =>
        Class(name, meaning, Forms.Texts, read, null, set);

    /// <summary>A mapping with a value of its own.</summary>
    public Key<T> Mapping<TBelow>(string name, string meaning, Shape<TBelow> shape, Func<T, Placed<TBelow>, T> set)
        where TBelow : class => Class(name, meaning, Forms.Mapping(shape), shape.Read, null, set);

    /// <summary>Keys of a part, standing among those of the whole.</summary>
    public IEnumerable<Key<T>> Of<TPart>(IEnumerable<Key<TPart>> keys, Func<T, TPart> get, Func<T, TPart, T> set) =>
        keys.Select(key => new Key<T>(key.Name, key.Meaning, key.Form, (value, cursor) => set(value, key.Read(get(value), cursor)))
        {
            IsRequired = key.IsRequired,
            Shown = key.Shown is { } shown ? value => shown(get(value)) : null,
        });

    /// <summary>A mapping whose keys change the same value.</summary>
    public Key<T> Group<TBelow>(string name, string meaning, Shape<TBelow> shape, Func<T, TBelow> get, Func<T, TBelow, T> set)
        where TBelow : class => new(
            name,
            meaning,
            Forms.Mapping(shape),
            (value, cursor) => cursor.Read(fields => shape.Read(fields, get(value))) is { } read ? set(value, read) : value);

    public Key<T> List<TItem>(string name, string meaning, Shape<TItem> shape, Func<T, IReadOnlyList<Placed<TItem>>, T> set)
        where TItem : class => new(
            name,
            meaning,
            Forms.List(shape),
            (value, cursor) => set(value, [.. cursor.Items().Select(shape.Read).OfType<Placed<TItem>>()]));

    public Key<T> Value<TValue>(
        string name, string meaning, ValueForm form, Func<SourceCursor, TValue?> read, Func<T, string>? shown, Func<T, TValue, T> set)
        where TValue : struct =>
        new(name, meaning, form, (value, cursor) => read(cursor) is { } found ? set(value, found) : value) { Shown = shown };

    public Key<T> Class<TValue>(
        string name, string meaning, ValueForm form, Func<SourceCursor, TValue?> read, Func<T, string>? shown, Func<T, TValue, T> set)
        where TValue : class =>
        new(name, meaning, form, (value, cursor) => read(cursor) is { } found ? set(value, found) : value) { Shown = shown };
}
