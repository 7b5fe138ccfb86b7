"use client";

import { useTranslations } from "next-intl";
import { useState, type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref } from "react";
import type { Decimal } from "@/kernel/decimal.ts";
import { formatNumber } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { describedBy, Field, type FieldWords } from "./field.tsx";
import { INPUT_CLASS, InputBox } from "./input-box.tsx";
import { BurstWatch, looksLikeBarcode } from "./numbers/burst.ts";
import { readNumber } from "./numbers/read-number.ts";

interface DecimalInputProps extends FieldWords {
  name: string;
  id?: string;
  format: FormatStyle;
  defaultValue?: Decimal;
  /** With `onValue`, the owner holds the number; the text being typed stays here. */
  value?: Decimal | null;
  onValue?: (value: Decimal | null, text: string) => void;
  minFraction?: number;
  maxFraction?: number;
  prefix?: ReactNode;
  suffix?: ReactNode;
  /** A barcode was scanned into this field; the field took its old text back. */
  onBarcode?: (code: string) => void;
  disabled?: boolean;
  readOnly?: boolean;
  required?: boolean;
  autoFocus?: boolean;
  placeholder?: string;
  form?: string;
  ref?: Ref<HTMLInputElement>;
}

/**
 * A number as people of this shop write it; posts the text as shown, so the server reads it with the same sign.
 * `type="text"`: number inputs change under the wheel and read by the browser's locale, not by the shop's.
 */
export function DecimalInput(props: DecimalInputProps) {
  const { label, hint, error, optional, labelHidden, name, id = name, format, prefix, suffix, minFraction = 0, maxFraction = 4, onValue, onBarcode } = props;
  const t = useTranslations("common.number");
  const write = (value: Decimal | null | undefined): string => (value ? formatNumber(value, format, { minFraction }) : "");
  const read = (text: string): Decimal | null => readNumber(text, { decimal: format.decimal, maxFraction });

  const [typed, setTyped] = useState(() => write(props.value ?? props.defaultValue));
  const [editing, setEditing] = useState(false);
  const [own, setOwn] = useState<string>();
  const [watch] = useState(() => new BurstWatch());
  const [before, setBefore] = useState("");

  const held = props.value !== undefined && !editing;
  const shown = held ? write(props.value) : typed;
  const told = error ?? own;

  const change = (text: string): void => {
    setTyped(text);
    setOwn(undefined);
    onValue?.(read(text), text);
  };
  /** Whether what stands there can be read. What cannot is told, and stays for whoever typed it to mend. */
  const commit = (): boolean => {
    const value = read(shown);
    const readable = shown.trim() === "" || value !== null;
    if (readable) change(write(value));
    else setOwn(t("invalid", { example: formatNumber("1234.5", format, { minFraction: 2 }) }));
    return readable;
  };
  const refuseBarcode = (code: string): void => {
    change(before);
    watch.reset();
    setOwn(t("barcode"));
    onBarcode?.(code);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.code === "NumpadDecimal") {
      event.preventDefault();
      event.currentTarget.setRangeText(format.decimal, event.currentTarget.selectionStart ?? 0, event.currentTarget.selectionEnd ?? 0, "end");
      change(event.currentTarget.value);
    } else if (event.key === "Enter" || event.key === "Tab") {
      if (looksLikeBarcode(shown) && watch.key(event.timeStamp)) {
        event.preventDefault();
        refuseBarcode(shown.trim());
      } else commit();
    } else if (event.key.length === 1) watch.key(event.timeStamp);
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const text = event.clipboardData.getData("text");
    if (!looksLikeBarcode(text)) return;
    event.preventDefault();
    refuseBarcode(text.trim());
  };

  return (
    <Field id={id} label={label} hint={hint} error={told} optional={optional} labelHidden={labelHidden}>
      <InputBox invalid={told !== undefined} prefix={prefix} suffix={suffix}>
        <input
          ref={props.ref}
          id={id}
          name={name}
          form={props.form}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          disabled={props.disabled}
          readOnly={props.readOnly}
          required={props.required}
          autoFocus={props.autoFocus}
          placeholder={props.placeholder}
          className={`${INPUT_CLASS} num text-right`}
          value={shown}
          onChange={(event) => change(event.target.value)}
          onFocus={(event) => {
            setTyped(shown);
            setBefore(shown);
            setEditing(true);
            event.target.select();
          }}
          onBlur={() => setEditing(!commit())}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          {...describedBy(id, { hint, error: told })}
        />
      </InputBox>
    </Field>
  );
}
