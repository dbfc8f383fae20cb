using System.Collections.Frozen;
using System.Globalization;

namespace Simulator.Serve.Answers.Bodies.Protobuf;

/// <summary>The messages that clients write, read from <c>messages.txt</c>: fields by their numbers.</summary>
internal static class MessageTable
{
    private static readonly FrozenDictionary<string, FrozenDictionary<int, MessageField>> Messages =
        Read().ToFrozenDictionary(message => message.Key, message => message.Value.ToFrozenDictionary());

    /// <param name="name"><c>apps/v1/Deployment</c>; core's group has its name.</param>
    public static FrozenDictionary<int, MessageField>? Find(string name) => Messages.GetValueOrDefault(name);

    private static Dictionary<string, Dictionary<int, MessageField>> Read()
    {
        Dictionary<string, Dictionary<int, MessageField>> messages = [];
        Dictionary<int, MessageField> fields = [];
        using var stream = typeof(MessageTable).Assembly.GetManifestResourceStream("messages.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            if (!line.StartsWith(' ')) messages.Add(line, fields = []);
            else Add(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), fields);
        }

        return messages;
    }

    private static void Add(string[] words, Dictionary<int, MessageField> fields)
    {
        var form = words[2] switch { [.., '[', ']'] => FieldForm.List, [.., '{', '}'] => FieldForm.Map, _ => FieldForm.One };
        var type = form == FieldForm.One ? words[2] : words[2][..^2];
        fields.Add(int.Parse(words[0], CultureInfo.InvariantCulture), new MessageField(words[1] == "+" ? null : words[1], type, form));
    }
}
