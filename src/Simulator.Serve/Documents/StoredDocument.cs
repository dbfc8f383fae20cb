using System.Text.Json.Nodes;

namespace Simulator.Serve.Documents;

/// <summary>One version of an object in the store: its document, and what answers have made of it. On the simulation's thread.</summary>
public abstract class StoredDocument
{
    private readonly List<(string What, object Made)> _made = [];
    private bool _isPast;

    /// <summary>Never to be changed. It may be made anew each time that it is asked for.</summary>
    public abstract JsonObject Json { get; }

    /// <summary>Nothing that is made of it stays true: a node's heartbeat is that of the moment.</summary>
    protected virtual bool IsFleeting => false;

    /// <summary>The value of a label; null: it has none such.</summary>
    public virtual string? Label(string key) => (Json["metadata"]?["labels"] as JsonObject)?[key].AsText();

    /// <summary>A field by which objects are often selected, without making the document; null: look there.</summary>
    public virtual string? Field(string name) => null;

    /// <summary>Something that was made of this version and is kept with it as long as it is the newest one.</summary>
    /// <param name="what">Different things have different names.</param>
    public T Keep<T>(string what, Func<StoredDocument, T> make)
        where T : class
    {
        foreach (var (known, kept) in _made)
        {
            if (known == what) return (T)kept;
        }

        var made = make(this);
        if (!_isPast && !IsFleeting) _made.Add((what, made));
        return made;
    }

    /// <summary>A newer version has come, or the object is gone: what was made of it is for few.</summary>
    public void Pass()
    {
        _isPast = true;
        _made.Clear();
    }
}
