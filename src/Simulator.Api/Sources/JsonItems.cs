using System.Text;
using System.Text.Json;
using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Api.Sources;

/// <summary>
/// The Kubernetes objects of a JSON text of any length, one after the other: lists of any kind are taken apart, several texts may follow
/// one another, and lines of logs between them (<c>kubectl cluster-info dump</c>) are passed over.
/// </summary>
/// <remarks>What is broken is told with its line; what stands before it is kept.</remarks>
public sealed class JsonItems
{
    /// <summary>Who wrote which field: a third of a dump.</summary>
    private const string ServersNotes = "managedFields";

    /// <summary>Items of a list whose kind stands behind them.</summary>
    private readonly List<(byte[] Bytes, int Line, int Column)> _waiting = [];

    private readonly KeyTexts _keys = new();
    private readonly string _file;
    private readonly JsonItemScanner _scanner;
    private readonly Diagnostics _diagnostics;
    private string _kind = "";
    private string _version = "";
    private bool _hasItems;
    private bool _isWhole;
    private bool _hasBegun;

    private JsonItems(string file, Stream stream, Diagnostics diagnostics) =>
        (_file, _scanner, _diagnostics) = (file, new JsonItemScanner(stream), diagnostics);

    public static IEnumerable<DumpItem> Read(string file, Stream stream, Diagnostics diagnostics) =>
        new JsonItems(file, stream, diagnostics).All();

    private IEnumerable<DumpItem> All()
    {
        while (_scanner.Peek() is var next && next >= 0)
        {
            if (next is not ('{' or '['))
            {
                _scanner.SkipLine();
                continue;
            }

            _hasBegun = true;
            _scanner.Mark();
            (_kind, _version) = ("", "");
            foreach (var item in next == '[' ? Items().Concat(Waiting()) : Whole()) yield return item;
        }

        if (!_hasBegun) _diagnostics.Error(_file, 1, 1, "not JSON: neither an object nor a list begins in it");
    }

    /// <summary>One object, or the items of one.</summary>
    private IEnumerable<DumpItem> Whole()
    {
        var (line, column) = (_scanner.Line, _scanner.Column);
        (_hasItems, _isWhole) = (false, false);
        _scanner.Take();
        while (NextKey() is { } key)
        {
            if (key == "items" && _scanner.Peek() == '[')
            {
                _hasItems = true;
                foreach (var item in Items()) yield return item;
            }
            else if (!TakeValue(key)) break;
        }

        if (!_isWhole) TellCut(line);
        foreach (var item in Waiting()) yield return item;
        if (_hasItems || !_isWhole) yield break;
        foreach (var item in One(_scanner.PassedFrom(0).ToArray(), line, column, "", "")) yield return item;
    }

    private void TellCut(int line)
    {
        if (_hasItems && _scanner.Peek() < 0) return; // its list has told it
        _diagnostics.Error(
            _file, _scanner.Mark(), 1, $"the JSON text is cut off or broken: the object that begins in line {line:N0} does not end here; "
                + "what stands before is kept");
    }

    /// <summary>The next key of the object, up to its colon; null at the end of the object, or where it is broken.</summary>
    private string? NextKey()
    {
        while (_scanner.Peek() == ',') _scanner.Take();
        var next = _scanner.Peek();
        _isWhole = next == '}';
        if (_isWhole) _scanner.Take();
        if (next != '"') return null;
        var place = _scanner.Passed;
        if (!_scanner.TrySkipValue()) return null;
        var key = Encoding.UTF8.GetString(_scanner.PassedFrom(place)).Trim('"');
        if (_scanner.Peek() != ':') return null;
        _scanner.Take();
        return key;
    }

    /// <returns>False: the text is cut off in it.</returns>
    private bool TakeValue(string key)
    {
        _scanner.Peek();
        var place = _scanner.Passed;
        if (!_scanner.TrySkipValue()) return false;
        if (key is "kind") _kind = Encoding.UTF8.GetString(_scanner.PassedFrom(place)).Trim('"');
        if (key is "apiVersion") _version = Encoding.UTF8.GetString(_scanner.PassedFrom(place)).Trim('"');
        return true;
    }

    /// <summary>The items of a list that begins here.</summary>
    private IEnumerable<DumpItem> Items()
    {
        _scanner.Take();
        for (var number = 1; ; number++)
        {
            while (_scanner.Peek() == ',') _scanner.Take();
            var line = _scanner.Peek() < 0 ? 0 : _scanner.Mark();
            if (_scanner.Peek() == ']')
            {
                _scanner.Take();
                yield break;
            }

            var column = _scanner.Column;
            if (line == 0 || !_scanner.TrySkipValue())
            {
                TellCutItem(number, line);
                yield break;
            }

            foreach (var item in Item(line, column)) yield return item;
        }
    }

    private void TellCutItem(int number, int line)
    {
        var kept = number == 1 ? "nothing of it is" : $"the {number - 1:N0} before it are";
        _diagnostics.Error(
            _file, line > 0 ? line : _scanner.Line, 1, $"the JSON text is cut off in item {number:N0} of its list; {kept} kept");
    }

    /// <summary>None yet if nobody has said what it is.</summary>
    private IReadOnlyList<DumpItem> Item(int line, int column)
    {
        var bytes = _scanner.PassedFrom(0).ToArray();
        if (_kind.Length > 0) return One(bytes, line, column, _kind, _version);
        var items = One(bytes, line, column, "", "");
        if (items is not [{ Kind.Length: 0 }]) return items;
        _waiting.Add((bytes, line, column));
        return [];
    }

    private List<DumpItem> Waiting()
    {
        List<DumpItem> items = [.. _waiting.SelectMany(waiting => One(waiting.Bytes, waiting.Line, waiting.Column, _kind, _version))];
        _waiting.Clear();
        return items;
    }

    private List<DumpItem> One(byte[] bytes, int line, int column, string kind, string version)
    {
        try
        {
            var reader = new JsonTreeReader(_file, _diagnostics, DuplicateKeys.LastWins, line, column)
            {
                Skipped = ServersNotes,
                Keys = _keys,
            };
            var values = reader.Read(SourceFile.WithoutMark(bytes));
            return [.. values.SelectMany(value => DumpItem.Of(value, kind, version))];
        }
        catch (Exception broken) when (broken is JsonException or SourceException)
        {
            _diagnostics.Error(_file, line, 1, $"not JSON: {Wording.Shortened(broken.Message.Split(" LineNumber:")[0], 200)}; left out");
            return [];
        }
    }
}
