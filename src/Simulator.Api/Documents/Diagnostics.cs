namespace Simulator.Api.Documents;

/// <summary>Collects what there is to say about the input, so that all errors are told at once.</summary>
public sealed class Diagnostics
{
    /// <summary>Of each severity no more than this many are kept: nobody reads more, and a hostile file has millions.</summary>
    public const int Limit = 1000;

    private readonly List<Diagnostic> _errors = [];

    private readonly List<Diagnostic> _refusals = [];

    private readonly List<Diagnostic> _remarks = [];

    private readonly OmissionList _omissions = new();

    private readonly SortedSet<string> _files = new(StringComparer.Ordinal);

    public bool HasErrors => _errors.Count != 0;

    internal int ErrorCount => _errors.Count;

    public bool HasRefusals => _refusals.Count != 0;

    /// <summary>Further errors would be dropped.</summary>
    internal bool IsFull => _errors.Count >= Limit;

    /// <summary>How many were dropped beyond <see cref="Limit"/>.</summary>
    public long Dropped { get; private set; }

    /// <summary>Errors in the order of file, line, column.</summary>
    public IReadOnlyList<Diagnostic> Errors => [.. _errors.Order()];

    /// <summary>What the API server refuses, in the order of file, line, column.</summary>
    public IReadOnlyList<Diagnostic> Refusals => [.. _refusals.Order()];

    /// <summary>How many objects the API server refuses; it may have several reasons for one.</summary>
    public int RefusedObjects => _refusals.Select(refusal => (refusal.File, refusal.Object)).Distinct().Count();

    /// <summary>Remarks in the order of file, line, column.</summary>
    public IReadOnlyList<Diagnostic> Remarks => [.. _remarks.Order()];

    /// <summary>Errors, refusals and remarks in the order of file, line, column.</summary>
    public IReadOnlyList<Diagnostic> All => [.. _errors.Concat(_refusals).Concat(_remarks).Order()];

    /// <summary>What is not acted upon, the worst first.</summary>
    public IReadOnlyList<Omission> Omissions => _omissions.Ranked;

    public void Add(Omission omission)
    {
        if (!_omissions.Add(omission)) Dropped++;
    }

    /// <summary>What was said to another list.</summary>
    public void AddAll(Diagnostics other)
    {
        foreach (var diagnostic in other.All) Add(diagnostic);
        AddOmissions(other);
    }

    /// <summary>Files that were read for this list.</summary>
    public IReadOnlyCollection<string> Files => _files;

    /// <summary>A file was read for this list.</summary>
    public void AddFile(string path) => _files.Add(path);

    public void AddFiles(Diagnostics other) => _files.UnionWith(other._files);

    public void AddOmissions(Diagnostics other)
    {
        foreach (var omission in other._omissions.Each) Add(omission);
    }

    /// <summary>Whatever changes decisions becomes an error.</summary>
    public void RefuseDecisiveOmissions()
    {
        foreach (var omission in _omissions.TakeDecisive()) Error(omission.File, omission.Line, omission.Column, omission.Message);
    }

    public void Add(Diagnostic diagnostic)
    {
        var list = diagnostic.Severity switch
        {
            Severity.Error => _errors,
            Severity.Refused => _refusals,
            _ => _remarks,
        };
        if (list.Count < Limit) list.Add(diagnostic);
        else Dropped++;
    }

    public void Error(string file, int line, int column, string message) =>
        Add(new Diagnostic(file, line, column, Severity.Error, message));

    public void Error(SourceNode at, string message) => Error(at.File, at.Line, at.Column, message);

    /// <param name="object">The whole that is refused.</param>
    public void Refuse(SourceNode at, string message, SourceNode @object) =>
        Add(new Diagnostic(at.File, at.Line, at.Column, Severity.Refused, message) { Object = (@object.Line, @object.Column) });

    public void Remark(string file, int line, int column, string message) =>
        Add(new Diagnostic(file, line, column, Severity.Remark, message));

    public void Remark(SourceNode at, string message) => Remark(at.File, at.Line, at.Column, message);
}
